import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { connections } from '#/api/connection.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'

const LeaveDialog = lazyPart(async () => (await import('./LeaveDialog.tsx')).LeaveDialog)

/** Asks before unsaved changes are lost: by a link, by going back, or by closing the tab. */
export function UnsavedGuard() {
  // After signing out there is no server to save to.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.isLeft(currentLocation, nextLocation) && connections.current() !== null,
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
