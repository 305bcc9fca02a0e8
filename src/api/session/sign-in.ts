import { type Credentials, kpi } from '../client.ts'
import type { Connection } from '../connection.ts'
import { ApiError } from '../errors.ts'
import { Me, TokenAnswer } from './schema.ts'

/** Why no connection came about, in the terms the sign-in form explains. */
export type SignInFailure =
  | 'wrong-password'
  | 'wrong-key'
  | 'not-kpi' // something answers there, but no KPI
  | 'not-allowed' // a server answers, but not to pages of this address (CORS)
  | 'no-server' // nothing answers
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

/** Exchanges name and password for the API key by `GET /token/` [0101], and forgets them. */
export async function signInWithPassword(server: string, username: string, password: string): Promise<Connection> {
  const token = await explain(
    server,
    'wrong-password',
    async () =>
      (
        await kpi.get('token/', TokenAnswer, {
          query: { format: 'json' },
          as: { server, username, password },
          timeout: TIMEOUT,
        })
      ).token,
  )
  return signInWithKey(server, token)
}

/** Checks an API key by asking whose it is. */
export async function signInWithKey(server: string, token: string): Promise<Connection> {
  const as: Credentials = { server, token }
  const me = await explain(server, 'wrong-key', () => kpi.get('me/', Me, { as, timeout: TIMEOUT }))
  return { kind: 'kpi', server, username: me.username, token }
}

async function explain<Result>(
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
    case 'offline':
      if (!navigator.onLine) return 'offline'
      return (await kpi.answersAtAll(server)) ? 'not-allowed' : 'no-server'
    case 'timed-out':
    case 'server-fault':
      return kind
    default:
      return 'not-kpi'
  }
}
