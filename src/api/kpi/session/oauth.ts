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
import { displayAddress } from './display-address.ts'
import { connect, SignInError, withSignInErrors } from './sign-in.ts'

export type OAuthAuth = Extract<Auth, { scheme: 'oauth' }>

/** A pending sign-in. It contains secrets, and must not be part of a URL. */
export interface SignInAttempt {
  server: string
  clientId: string
  /** The OAuth2 redirect URI, which is different for each server. */
  redirectUri: string
  state: string
  verifier: string
}

const TIMEOUT = 30_000
/** Seconds, if the server sends no `expires_in`; KPI does [1605]. */
const DEFAULT_LIFETIME = 3600
const client = (clientId: string) => ({ client_id: clientId })

/** KPI has no discovery document [1617]. */
const endpointsOf = (server: string): AuthorizationServer => ({
  issuer: server,
  authorization_endpoint: `${server}/o/authorize/`,
  token_endpoint: `${server}/o/token/`,
  revocation_endpoint: `${server}/o/revoke_token/`,
})

const optionsFor = (server: string) => ({
  [customFetch]: fetchOf(server),
  [allowInsecureRequests]: server.startsWith('http:'), // such as a server on localhost
  signal: () => AbortSignal.timeout(TIMEOUT),
})

/** Parameter of the redirect URI that identifies the server. It is part of the registered URI. */
const SERVER_PARAMETER = 'server'

/**
 * The redirect URI, which is different for each server. This prevents mix-up attacks, in which a server gets the code of
 * another one (RFC 9700, 4.4).
 */
function redirectUriOf(server: string): string {
  const name = encodeURIComponent(displayAddress(server)).replaceAll('%3A', ':').replaceAll('%2F', '/')
  return `${new URL('.', document.baseURI).href}?${SERVER_PARAMETER}=${name}`
}

/** Checks the server in a callback. Servers may add parameters to the redirect URI, so it must contain exactly one. */
function requireResponseOf(server: string, callback: URLSearchParams) {
  const names = callback.getAll(SERVER_PARAMETER)
  if (names.length !== 1 || names[0] !== displayAddress(server)) throw new SignInError('not-completed', '')
}

/** Starts a sign-in: returns the URL of the server's page, and the pending sign-in to store until the callback. */
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
 * Completes a sign-in: exchanges the code for tokens, and fetches the account.
 * @throws SignInError also if the callback is from another server, by its redirect URI or its `iss`
 */
export async function completeSignIn(attempt: SignInAttempt, callback: URLSearchParams): Promise<Connection> {
  const { server, clientId } = attempt
  requireResponseOf(server, callback)
  const grant = await withSignInErrors(server, 'not-completed', () => exchange(attempt, callback)).catch(
    (cause: unknown) => {
      if (cause instanceof SignInError) throw cause
      // The message is not shown: it comes from the URL, which anybody may have written.
      const isDenied = cause instanceof AuthorizationResponseError && cause.error === 'access_denied'
      throw new SignInError(isDenied ? 'not-consented' : 'not-completed', '', { cause })
    },
  )
  return connect(server, authOf(grant, clientId), 'not-completed')
}

async function exchange({ server, clientId, redirectUri, state, verifier }: SignInAttempt, callback: URLSearchParams) {
  const endpoints = endpointsOf(server)
  const response = await authorizationCodeGrantRequest(
    endpoints,
    client(clientId),
    None(),
    validateAuthResponse(endpoints, client(clientId), callback, state),
    redirectUri,
    verifier,
    optionsFor(server),
  )
  return processAuthorizationCodeResponse(endpoints, client(clientId), response)
}

/**
 * Refreshes tokens, which invalidates the old ones [1609-1611].
 * @throws ApiError `signed-out` if the server refuses; other kinds if it could not be reached
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

/** Revokes the tokens of a connection. Ignores errors, because the tokens expire. */
export async function revokeTokens({ server, auth }: Connection): Promise<void> {
  if (auth.scheme !== 'oauth') return
  const { clientId, accessToken, refreshToken } = auth
  const token = refreshToken || accessToken // revoking the refresh token revokes both
  const revoke = async () =>
    processRevocationResponse(
      await revocationRequest(endpointsOf(server), client(clientId), None(), token, optionsFor(server)),
    )
  await revoke().catch(() => null)
}

const authOf = (grant: TokenEndpointResponse, clientId: string, refreshToken = ''): OAuthAuth => ({
  scheme: 'oauth',
  clientId,
  accessToken: grant.access_token,
  refreshToken: grant.refresh_token ?? refreshToken,
  expires: Date.now() + (grant.expires_in ?? DEFAULT_LIFETIME) * 1000,
})
