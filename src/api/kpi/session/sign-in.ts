import { type Credentials, kpiAs } from '#/api/client.ts'
import type { Auth, Connection } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { type HostAccess, isExtension } from '#/lib/host-access.ts'
import { answersAtAll } from './plain-requests.ts'
import { Me, TokenAnswer } from './schema.ts'

/** Why no connection came about, in the terms the sign-in form explains. */
export type SignInFailure =
  | 'wrong-password'
  | 'wrong-key'
  | 'not-consented' // the person did not allow it on the server's page
  | 'not-completed' // the server's page came back with something that is no sign-in of ours
  | 'not-kpi' // something answers there, but no KPI
  | 'not-allowed' // a server answers, but not to pages of this address (CORS)
  | 'no-server' // nothing answers
  | 'no-access' // the browser does not let the extension reach it
  | 'insecure' // an extension reaches servers over https only
  | 'leads-elsewhere' // a redirection to a server that the extension may not reach
  | 'offline' // the browser has no network
  | 'server-fault'
  | 'timed-out'

export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly failure: SignInFailure
  /** The server's own words, or empty. */
  readonly detail: string

  constructor(failure: SignInFailure, detail: string, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
    this.detail = detail
  }
}

const TIMEOUT = 30_000

/** Goes on once the browser lets the app reach the server: see {@link HostAccess}. */
export async function afterAccess(access: Promise<HostAccess>): Promise<void> {
  const answer = await access
  if (answer !== 'given') throw new SignInError(answer === 'refused' ? 'no-access' : answer, '')
}

/** Exchanges name and password for the API key by `GET /token/` [0101], and forgets them. */
export async function signInWithPassword(server: string, username: string, password: string): Promise<Connection> {
  const token = await explain(
    server,
    'wrong-password',
    async () =>
      (
        await kpiAs({ server, auth: { scheme: 'password', username, password } }).get('token/', TokenAnswer, {
          query: { format: 'json' },
          timeout: TIMEOUT,
        })
      ).token,
  )
  return signInWithKey(server, token)
}

/** Checks an API key by asking whose it is. */
export const signInWithKey = (server: string, token: string) => connect(server, { scheme: 'key', token })

/** The connection that credentials open, by asking whose they are. */
export async function connect(server: string, auth: Auth, refused: SignInFailure = 'wrong-key'): Promise<Connection> {
  const credentials: Credentials = { server, auth }
  const me = await explain(server, refused, () => kpiAs(credentials).get('me/', Me, { timeout: TIMEOUT }))
  return { kind: 'kpi', server, username: me.username, auth, knownAs: originsIn(me) }
}

/** Whom the session of the server's own pages belongs to; `null` where nobody is signed in there [0111, 1520]. */
export async function ownSession(server: string): Promise<Connection | null> {
  try {
    return await connect(server, { scheme: 'session' })
  } catch (error) {
    if (error instanceof SignInError && error.failure === 'wrong-key') return null
    throw error
  }
}

/** By which origins the server names itself, as far as this answer tells. */
function originsIn({ projects_url: projects, organization }: Me): string[] {
  const origins = [projects, organization?.url].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? [new URL(url).origin] : [],
  )
  return [...new Set(origins)]
}

/** Puts failures of signing in into the terms of the form. */
export async function explain<Result>(
  server: string,
  refused: SignInFailure,
  attempt: () => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new SignInError(await failureOf(error, server, refused), error.message, { cause: error })
  }
}

async function failureOf({ kind }: ApiError, server: string, refused: SignInFailure): Promise<SignInFailure> {
  switch (kind) {
    case 'signed-out':
    case 'forbidden':
      return refused
    case 'no-network':
      return 'offline'
    case 'offline':
      if (!(await answersAtAll(server))) return 'no-server'
      return isExtension() ? 'leads-elsewhere' : 'not-allowed'
    case 'not-allowed':
    case 'timed-out':
    case 'server-fault':
      return kind
    default:
      return 'not-kpi'
  }
}
