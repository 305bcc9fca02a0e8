import { useSyncExternalStore } from 'react'

/** Whether the browser has a network, as far as it knows: "no" is certain, "yes" is not. */
export const useIsOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

function subscribe(onChange: () => void) {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
