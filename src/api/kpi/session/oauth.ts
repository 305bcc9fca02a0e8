import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  type AuthorizationServer,
  calculatePKCECodeChallenge,
  customFetch,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import type { Auth, Connection } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { fetchOf } from './plain-requests.ts'
import { shownAddress } from './server-address.ts'
import { connect, explain, SignInError } from './sign-in.ts'

export type OAuthAuth = Extract<Auth, { scheme: 'oauth' }>

/** A sign-in that has begun, until the server's page answers. It holds secrets: never in an address. */
export interface SignInAttempt {
  server: string
  clientId: string
  /** Where the server's page leads back to: the app, by an address of this server's own. */
  redirectUri: string
  state: string
  verifier: string
}

const TIMEOUT = 30_000
/** Seconds, where the server does not tell; KPI does [1605]. */
const USUAL_LIFE = 3600
const client = (clientId: string) => ({ client_id: clientId })

/** KPI publishes nothing to discover them by [1617]. */
const endpointsOf = (server: string): AuthorizationServer => ({
  issuer: server,
  authorization_endpoint: `${server}/o/authorize/`,
  token_endpoint: `${server}/o/token/`,
  revocation_endpoint: `${server}/o/revoke_token/`,
})

const optionsFor = (server: string) => ({
  [customFetch]: fetchOf(server),
  [allowInsecureRequests]: server.startsWith('http:'), // a server on the person's own machine
  signal: () => AbortSignal.timeout(TIMEOUT),
})

/** By this its page names the server in the answer. A host registers it with the address of the app. */
const SERVER_PARAMETER = 'server'

/**
 * Where the server's page leads back to: the app, by an address that only this server has. Else a server could pass the
 * person on to another one's page, and be sent that one's code (RFC 9700, 4.4).
 */
function redirectUriOf(server: string): string {
  const name = encodeURIComponent(shownAddress(server)).replaceAll('%3A', ':').replaceAll('%2F', '/')
  return `${new URL('.', document.baseURI).href}?${SERVER_PARAMETER}=${name}`
}

/** Servers may let an address have more parameters than were registered: one that names two servers is no answer. */
function requireAnswerOf(server: string, answer: URLSearchParams) {
  const names = answer.getAll(SERVER_PARAMETER)
  if (names.length !== 1 || names[0] !== shownAddress(server)) throw new SignInError('not-completed', '')
}

/** Begins: the address of the server's page that asks the person, and what to keep until it answers. */
export async function beginSignIn(server: string, clientId: string) {
  const redirectUri = redirectUriOf(server)
  const attempt: SignInAttempt = {
    server,
    clientId,
    redirectUri,
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
  }
  const url = new URL(endpointsOf(server).authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'read write',
    state: attempt.state,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  }).toString()
  return { attempt, url: url.href }
}

/**
 * Ends: exchanges the code that the server's page gave for tokens, and asks whose they are.
 * @throws SignInError also where the answer is another server's: by the address that it came to, or by its `iss`.
 */
export async function completeSignIn(attempt: SignInAttempt, answer: URLSearchParams): Promise<Connection> {
  const { server, clientId } = attempt
  requireAnswerOf(server, answer)
  const grant = await explain(server, 'not-completed', () => exchange(attempt, answer)).catch((cause: unknown) => {
    if (cause instanceof SignInError) throw cause
    // Its words come from the address bar, where anybody may have written them: they are not shown.
    const isDenied = cause instanceof AuthorizationResponseError && cause.error === 'access_denied'
    throw new SignInError(isDenied ? 'not-consented' : 'not-completed', '', { cause })
  })
  return connect(server, authOf(grant, clientId), 'not-completed')
}

async function exchange({ server, clientId, redirectUri, state, verifier }: SignInAttempt, answer: URLSearchParams) {
  const endpoints = endpointsOf(server)
  const response = await authorizationCodeGrantRequest(
    endpoints,
    client(clientId),
    None(),
    validateAuthResponse(endpoints, client(clientId), answer, state),
    redirectUri,
    verifier,
    optionsFor(server),
  )
  return processAuthorizationCodeResponse(endpoints, client(clientId), response)
}

/**
 * New tokens for old; those before are dead at once [1609-1611].
 * @throws ApiError `signed-out` where the server gives none any more; other kinds where it could not be asked.
 */
export async function refreshTokens(server: string, auth: OAuthAuth): Promise<OAuthAuth> {
  const endpoints = endpointsOf(server)
  const { clientId, refreshToken } = auth
  try {
    const response = await refreshTokenGrantRequest(
      endpoints,
      client(clientId),
      None(),
      refreshToken,
      optionsFor(server),
    )
    const grant = await processRefreshTokenResponse(endpoints, client(clientId), response)
    return authOf(grant, clientId, refreshToken)
  } catch (cause) {
    if (cause instanceof ApiError) throw cause
    const isRefused = cause instanceof ResponseBodyError
    throw new ApiError(isRefused ? 'signed-out' : 'unreadable', '', { cause })
  }
}

/** Tells the server that the tokens are not needed any more. Where it cannot be told, they end by themselves. */
export async function revokeTokens({ server, auth }: Connection): Promise<void> {
  if (auth.scheme !== 'oauth') return
  const { clientId, accessToken, refreshToken } = auth
  const token = refreshToken || accessToken // the one that refreshes takes the other with it
  const revoke = async () =>
    processRevocationResponse(
      await revocationRequest(endpointsOf(server), client(clientId), None(), token, optionsFor(server)),
    )
  await revoke().catch(() => null)
}

const authOf = (grant: TokenEndpointResponse, clientId: string, before = ''): OAuthAuth => ({
  scheme: 'oauth',
  clientId,
  accessToken: grant.access_token,
  refreshToken: grant.refresh_token ?? before,
  expires: Date.now() + (grant.expires_in ?? USUAL_LIFE) * 1000,
})
