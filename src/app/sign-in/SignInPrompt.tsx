import { lazy, Suspense, useSyncExternalStore } from 'react'
import { setRenewCredentials } from '#/api/client.ts'

const listeners = new Set<() => void>()
let isRequested = false

// Loaded with the first refusal. Mounted from the start, because the first page may be refused.
setRenewCredentials(async (refused) => {
  isRequested = true
  listeners.forEach((listener) => listener())
  const { renewCredentials } = await import('./renewal.ts')
  await renewCredentials(refused)
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const SignInPromptDialog = lazy(async () => ({
  default: (await import('./SignInPromptDialog.tsx')).SignInPromptDialog,
}))

/** Asks to sign in again, over the current page, when the server refuses the credentials. */
export function SignInPrompt() {
  const isNeeded = useSyncExternalStore(subscribe, () => isRequested)
  return <Suspense>{isNeeded && <SignInPromptDialog />}</Suspense>
}
