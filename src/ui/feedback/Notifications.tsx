import { lazy, Suspense, useEffect, useState } from 'react'
import { onNotification } from './notify.ts'

const Shown = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

/** Where notifications appear. Loaded with the first of them. */
export function Notifications() {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => onNotification(() => setWanted(true)), [])
  return <Suspense>{isWanted && <Shown position="bottom-center" />}</Suspense>
}
