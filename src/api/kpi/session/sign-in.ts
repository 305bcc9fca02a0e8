import { type Credentials, kpiAs } from '#/api/client.ts'
import type { Auth, Connection } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { type HostAccessResult, isExtension } from '#/lib/host-access.ts'
import { isReachable } from './plain-requests.ts'
import { Me, TokenResponse } from './schema.ts'

/** Why a sign-in failed. The sign-in form has a text for each. */
export type SignInFailure =
  | 'wrong-password'
  | 'wrong-key'
  | 'not-consented' // the user denied access on the server's page
  | 'not-completed' // the callback does not belong to a sign-in of ours
  | 'not-kpi' // the server is not KPI
  | 'not-allowed' // the server does not allow this site (CORS)
  | 'no-server' // no response
  | 'no-access' // the user did not grant the extension access to the server
  | 'insecure' // an extension reaches servers over https only
  | 'leads-elsewhere' // a redirect to a server to which the extension has no access
  | 'offline' // the browser is offline
  | 'server-fault'
  | 'timed-out'

export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly failure: SignInFailure
  /** The server's message, or empty. */
  readonly detail: string

  constructor(failure: SignInFailure, detail: string, options?: ErrorOptions) {
    super(failure, options)
    this.failure = failure
    this.detail = detail
  }
}

const TIMEOUT = 30_000

/** Waits until the user grants access to the server. @throws SignInError if it is refused. */
export async function requireHostAccess(access: Promise<HostAccessResult>): Promise<void> {
  const answer = await access
  if (answer !== 'granted') throw new SignInError(answer === 'refused' ? 'no-access' : answer, '')
}

/** Exchanges username and password for the API key by `GET /token/` [0101]. The password is not stored. */
export async function signInWithPassword(server: string, username: string, password: string): Promise<Connection> {
  const token = await withSignInErrors(
    server,
    'wrong-password',
    async () =>
      (
        await kpiAs({ server, auth: { scheme: 'password', username, password } }).get('token/', TokenResponse, {
          query: { format: 'json' },
          timeout: TIMEOUT,
        })
      ).token,
  )
  return signInWithKey(server, token)
}

/** Signs in with an API key. */
export const signInWithKey = (server: string, token: string) => connect(server, { scheme: 'key', token })

/** Creates the connection of these credentials. Fetches the account, which checks them. `refused`: the failure for a 401. */
export async function connect(server: string, auth: Auth, refused: SignInFailure = 'wrong-key'): Promise<Connection> {
  const credentials: Credentials = { server, auth }
  const me = await withSignInErrors(server, refused, () => kpiAs(credentials).get('me/', Me, { timeout: TIMEOUT }))
  return { kind: 'kpi', server, username: me.username, auth, knownAs: serverOriginsOf(me) }
}

/** The connection of the session on the server's own pages; `null` if nobody is signed in there [0111, 1520]. */
export async function ownSession(server: string): Promise<Connection | null> {
  try {
    return await connect(server, { scheme: 'session' })
  } catch (error) {
    if (error instanceof SignInError && error.failure === 'wrong-key') return null
    throw error
  }
}

/** The origins that the server uses for itself in this response. */
function serverOriginsOf({ projects_url: projects, organization }: Me): string[] {
  const origins = [projects, organization?.url].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? [new URL(url).origin] : [],
  )
  return [...new Set(origins)]
}

/** Converts an ApiError to a SignInError. */
export async function withSignInErrors<Result>(
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
      if (!(await isReachable(server))) return 'no-server'
      return isExtension() ? 'leads-elsewhere' : 'not-allowed'
    case 'not-allowed':
    case 'timed-out':
    case 'server-fault':
      return kind
    default:
      return 'not-kpi'
  }
}
