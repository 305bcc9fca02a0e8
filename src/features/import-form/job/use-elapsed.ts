import { useEffect, useState } from 'react'

/** Seconds. */
const STEP = 5

/** Seconds since a time (milliseconds since 1970), in steps of five, since a running clock would distract. */
export function useElapsed(since: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - since) / 1000 / STEP) * STEP)
}
