import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { connections } from '#/api/connection.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'

const LeaveDialog = lazyPart(async () => (await import('./LeaveDialog.tsx')).LeaveDialog)

/** Asks before changes that are not saved are left, by a link, by the way back, or with the tab. */
export function UnsavedGuard() {
  // Whoever has signed out has nowhere left to save to.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.any() && currentLocation.pathname !== nextLocation.pathname && connections.current() !== null,
  )
  useEffect(() => {
    void LeaveDialog.preload()
    const warn = (event: BeforeUnloadEvent) => unsaved.any() && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  if (blocker.state !== 'blocked') return null
  return <LeaveDialog onClose={() => blocker.reset()} onLeave={() => blocker.proceed()} />
}
