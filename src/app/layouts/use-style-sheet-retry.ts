import { useEffect } from 'react'

/** Milliseconds until a failed style sheet is requested again while online; doubled each time. */
const FIRST_DELAY = 1000
const MAX_RETRIES = 6

/**
 * Loads failed style sheets again. Vite (8.3) requests those of a chunk only once, so a retried chunk would have no styles.
 */
export function useStyleSheetRetry() {
  useEffect(() => {
    const retries = new Map<string, number>()
    const onError = ({ target }: Event) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return
      const replacement = target.cloneNode() as HTMLLinkElement
      const load = () => target.replaceWith(replacement)
      const count = retries.get(target.href) ?? 0
      if (!navigator.onLine) addEventListener('online', load, { once: true })
      else if (count < MAX_RETRIES) {
        retries.set(target.href, count + 1)
        setTimeout(load, FIRST_DELAY * 2 ** count)
      }
    }
    addEventListener('error', onError, true) // such errors do not bubble
    return () => removeEventListener('error', onError, true)
  }, [])
}
