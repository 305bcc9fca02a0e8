import { useEffect } from 'react'

/** Milliseconds: what is needed at once comes first. */
const SOON = 800

/** Preloads a part that is likely to be asked for, so that it is there at once, even without a network. */
export function useLoadSoon(preload: () => Promise<unknown>) {
  useEffect(() => {
    const timer = setTimeout(() => void preload(), SOON)
    return () => clearTimeout(timer)
  }, [preload])
}
