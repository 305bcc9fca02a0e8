import { useEffect } from 'react'

/** Milliseconds until a style sheet that failed is asked for again, though there is a network; then twice as long each time. */
const SOON = 1000
const TRIES = 6

/**
 * Loads style sheets again that failed. Vite asks for those of a part once only (8.3): on another try the part would come
 * without them.
 */
export function useStylesAgain() {
  useEffect(() => {
    const tries = new Map<string, number>()
    const onError = ({ target }: Event) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return
      const again = target.cloneNode() as HTMLLinkElement
      const load = () => target.replaceWith(again)
      const tried = tries.get(target.href) ?? 0
      if (!navigator.onLine) addEventListener('online', load, { once: true })
      else if (tried < TRIES) {
        tries.set(target.href, tried + 1)
        setTimeout(load, SOON * 2 ** tried)
      }
    }
    addEventListener('error', onError, true) // such errors do not bubble
    return () => removeEventListener('error', onError, true)
  }, [])
}
