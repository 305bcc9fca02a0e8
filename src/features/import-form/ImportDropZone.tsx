import { lazy, Suspense } from 'react'

const FullScreenDrop = lazy(async () => ({ default: (await import('./FullScreenDrop.tsx')).FullScreenDrop }))

/** Takes spreadsheets dropped anywhere on the page. Loaded after the page itself: nobody drops at once. */
export function ImportDropZone({ onStarted }: { onStarted?: () => void }) {
  return (
    <Suspense>
      <FullScreenDrop {...(onStarted && { onStarted })} />
    </Suspense>
  )
}
