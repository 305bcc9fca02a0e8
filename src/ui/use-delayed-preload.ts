import { useEffect } from 'react'

/** Milliseconds, so that what the page needs first loads first. */
const DELAY = 800

/** Preloads a module that is likely to be needed, so that it opens at once, even offline. */
export function useDelayedPreload(preload: () => Promise<unknown>) {
  useEffect(() => {
    const timer = setTimeout(() => void preload(), DELAY)
    return () => clearTimeout(timer)
  }, [preload])
}
