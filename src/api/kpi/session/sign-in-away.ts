import * as z from 'zod/mini'
import { KEYS, parsedJson, readStored, writeStored } from '#/lib/browser-storage.ts'
import { beginSignIn } from './oauth.ts'
import { ownSession, SignInError } from './sign-in.ts'

/** What a tab keeps while the person is away at the server's page. */
const Away = z.object({
  attempt: z.object({
    server: z.string(),
    clientId: z.string(),
    redirectUri: z.string(),
    state: z.string(),
    verifier: z.string(),
  }),
  /** The path of the app where the person wanted to go. */
  next: z.string(),
  /** Whether the connection is to outlive the tab. */
  keep: z.boolean(),
})
export type Away = z.output<typeof Away>

/**
 * Leaves for the server's page, where the person signs in and allows it. Not before the server has answered here: there
 * is no way back from a browser's own error page. @throws SignInError
 */
export async function leaveToSignIn(server: string, clientId: string, rest: Omit<Away, 'attempt'>): Promise<void> {
  await ownSession(server)
  const { attempt, url } = await beginSignIn(server, clientId)
  // Without it the answer would be to no question of ours.
  const isKept = writeStored('tab', KEYS.signIn, JSON.stringify({ attempt, ...rest } satisfies Away))
  if (!isKept) throw new SignInError('not-completed', '')
  location.assign(url)
}

/** What this tab left with, if the answer is to its own question: else it is somebody else's, and nothing is done. */
export function comeBack(answer: URLSearchParams): Away | undefined {
  const away = Away.safeParse(parsedJson(readStored('tab', KEYS.signIn)))
  if (!away.success || away.data.attempt.state !== answer.get('state')) return undefined
  writeStored('tab', KEYS.signIn, null)
  return away.data
}
