import { useEffect, useState } from 'react'

const STEP = 5

/** Whole seconds since a moment (milliseconds since 1970), told every five: a clock that runs would distract. */
export function useElapsed(since: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - since) / 1000 / STEP) * STEP)
}
