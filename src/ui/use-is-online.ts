import { useSyncExternalStore } from 'react'

/** `navigator.onLine`: false is certain, true only means that there is some network. */
export const useIsOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

function subscribe(onChange: () => void) {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
