import { lazy, Suspense } from 'react'

const FullScreenDrop = lazy(async () => ({ default: (await import('./FullScreenDrop.tsx')).FullScreenDrop }))

/** Imports spreadsheets that are dropped anywhere on the page. Loads after the page itself. */
export function ImportDropZone({ onStarted }: { onStarted?: () => void }) {
  return (
    <Suspense>
      <FullScreenDrop {...(onStarted && { onStarted })} />
    </Suspense>
  )
}
