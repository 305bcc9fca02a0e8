import { lazy, Suspense, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { connections } from '#/api/connection.ts'
import { unsaved } from '#/lib/unsaved.ts'

const loadDialog = async () => ({ default: (await import('./LeaveDialog.tsx')).LeaveDialog })
const LeaveDialog = lazy(loadDialog)

/** Asks before changes that are not saved are left, by a link, by the way back, or with the tab. */
export function UnsavedGuard() {
  // Whoever has signed out has nowhere left to save to.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.any() && currentLocation.pathname !== nextLocation.pathname && connections.current() !== null,
  )
  useEffect(() => {
    void loadDialog()
    const warn = (event: BeforeUnloadEvent) => unsaved.any() && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  if (blocker.state !== 'blocked') return null
  return (
    <Suspense fallback={null}>
      <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />
    </Suspense>
  )
}
