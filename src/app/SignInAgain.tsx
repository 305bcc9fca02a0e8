import { lazy, Suspense, useSyncExternalStore } from 'react'
import { setRenewal } from '#/api/client.ts'

const listeners = new Set<() => void>()
let isWanted = false

// With the first refusal, not with the first page; from the start, for that page may be refused.
setRenewal(async (refused) => {
  isWanted = true
  listeners.forEach((listener) => listener())
  const { renew } = await import('./renewal.ts')
  await renew(refused)
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const Asking = lazy(async () => ({ default: (await import('./AskToSignIn.tsx')).AskToSignIn }))

/** Asks to sign in again over whichever page is shown, when the server does not accept the credentials any more. */
export function SignInAgain() {
  const isNeeded = useSyncExternalStore(subscribe, () => isWanted)
  return <Suspense>{isNeeded && <Asking />}</Suspense>
}
