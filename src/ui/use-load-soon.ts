import { useEffect } from 'react'

/** Milliseconds: what is needed at once comes first. */
const SOON = 800

/** Loads a part that is likely to be asked for, so that it is there at once. Where it fails it is loaded when asked for. */
export function useLoadSoon(load: () => Promise<unknown>) {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => {}), SOON)
    return () => clearTimeout(timer)
  }, [load])
}
