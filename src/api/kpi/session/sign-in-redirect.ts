import * as z from 'zod/mini'
import { KEYS, parseJson, readStored, writeStored } from '#/lib/browser-storage.ts'
import { beginSignIn } from './oauth.ts'
import { ownSession, SignInError } from './sign-in.ts'

/** What the tab stores while the user is on the server's sign-in page. */
const PendingSignIn = z.object({
  attempt: z.object({
    server: z.string(),
    clientId: z.string(),
    redirectUri: z.string(),
    state: z.string(),
    verifier: z.string(),
  }),
  /** The path of the app to open after the sign-in. */
  next: z.string(),
  /** Whether to store the connection on the device. */
  keep: z.boolean(),
})
export type Away = z.output<typeof PendingSignIn>

/**
 * Goes to the server's sign-in page. Checks before that the server responds, because a browser's error page has no way
 * back. @throws SignInError
 */
export async function redirectToSignIn(server: string, clientId: string, rest: Omit<Away, 'attempt'>): Promise<void> {
  await ownSession(server)
  const { attempt, url } = await beginSignIn(server, clientId)
  // Without it the callback could not be verified.
  const isKept = writeStored('tab', KEYS.signIn, JSON.stringify({ attempt, ...rest } satisfies Away))
  if (!isKept) throw new SignInError('not-completed', '')
  location.assign(url)
}

/** Removes and returns the pending sign-in of this tab; `undefined` if the callback does not belong to it. */
export function takePendingSignIn(callback: URLSearchParams): Away | undefined {
  const pending = PendingSignIn.safeParse(parseJson(readStored('tab', KEYS.signIn)))
  if (!pending.success || pending.data.attempt.state !== callback.get('state')) return undefined
  writeStored('tab', KEYS.signIn, null)
  return pending.data
}
