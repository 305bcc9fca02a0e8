import { lazy, Suspense, useEffect, useState } from 'react'
import { onNotify } from './notify.ts'

const MantineNotifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

/** Renders notifications. Mantine's component loads with the first one. */
export function Notifications() {
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => onNotify(() => setNeeded(true)), [])
  return <Suspense>{isNeeded && <MantineNotifications position="bottom-center" />}</Suspense>
}
