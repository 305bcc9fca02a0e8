import { useSyncExternalStore } from 'react'
import { onEveryMinute } from '#/lib/time/every-minute.ts'

const MINUTE = 60_000

/** The beginning of the current minute, in milliseconds since 1970. Renders again when it has passed. */
export const useMinute = () => useSyncExternalStore(onEveryMinute, () => Math.floor(Date.now() / MINUTE) * MINUTE)
