import { challengeOf, randomSecret } from './secrets.ts'

/** A registered application: a public client that uses the authorization code flow. */
export interface OAuthClient {
  id: string
  redirectUris: string[]
}

/** A user's authorization of an application. */
export interface AppAuthorization {
  clientId: string
  username: string
  scope: string
}

interface AuthorizationCode extends AppAuthorization {
  redirectUri: string
  challenge: string | null
  expiresAt: number
}

interface AccessToken extends AppAuthorization {
  expiresAt: number
}

interface RefreshToken extends AppAuthorization {
  access: string
}

interface TokenStoreOptions {
  clients: readonly OAuthClient[]
  /** Lifetime of an access token in seconds [1605]. */
  tokenLifetime: number
}

const CODE_LIFETIME = 60_000

/** An error of `/o/token/` with a code of RFC 6749. */
export class OAuthError extends Error {
  readonly status: number
  readonly description: string | undefined

  constructor(error: string, status = 400, description?: string) {
    super(error)
    this.status = status
    this.description = description
  }
}

export type TokenStore = ReturnType<typeof createTokenStore>

/** Issues and revokes codes and tokens like django-oauth-toolkit in KPI [1603-1612]. */
export function createTokenStore({ clients, tokenLifetime }: TokenStoreOptions) {
  const codes = new Map<string, AuthorizationCode>()
  const accessTokens = new Map<string, AccessToken>()
  const refreshTokens = new Map<string, RefreshToken>()

  function clientOf(form: URLSearchParams) {
    const client = clients.find(({ id }) => id === form.get('client_id'))
    if (!client) throw new OAuthError('invalid_client', 401)
    return client
  }

  function issueTokens({ clientId, username, scope }: AppAuthorization) {
    const authorization = { clientId, username, scope }
    const access = randomSecret(30)
    const refresh = randomSecret(30)
    accessTokens.set(access, { ...authorization, expiresAt: Date.now() + tokenLifetime * 1000 })
    refreshTokens.set(refresh, { ...authorization, access })
    return { access_token: access, expires_in: tokenLifetime, token_type: 'Bearer', scope, refresh_token: refresh }
  }

  /**
   * Exchanges a code for tokens. A code is valid once [1612] and for a minute; the verifier is checked if the code has
   * a challenge [1604].
   */
  async function exchange(form: URLSearchParams) {
    const key = form.get('code') ?? ''
    const code = codes.get(key)
    if (!code || code.expiresAt < Date.now() || code.clientId !== form.get('client_id')) {
      throw new OAuthError('invalid_grant')
    }
    if (code.redirectUri !== form.get('redirect_uri')) {
      throw new OAuthError('invalid_request', 400, 'Mismatching redirect URI.')
    }
    const verifier = form.get('code_verifier') ?? ''
    if (code.challenge !== null && code.challenge !== (await challengeOf(verifier))) {
      throw new OAuthError('invalid_grant')
    }
    codes.delete(key)
    return issueTokens(code)
  }

  /** Exchanges a refresh token for new tokens. The old ones are invalid at once [1610, 1611]. */
  function rotate(form: URLSearchParams) {
    const key = form.get('refresh_token') ?? ''
    const refresh = refreshTokens.get(key)
    if (!refresh || refresh.clientId !== form.get('client_id')) throw new OAuthError('invalid_grant')
    refreshTokens.delete(key)
    accessTokens.delete(refresh.access)
    return issueTokens(refresh)
  }

  return {
    client: (id: string | null) => clients.find((client) => client.id === id),

    /** Issues a code. */
    allow(authorization: AppAuthorization, redirectUri: string, challenge: string | null) {
      const code = randomSecret(30)
      codes.set(code, { ...authorization, redirectUri, challenge, expiresAt: Date.now() + CODE_LIFETIME })
      return code
    },

    async answer(form: URLSearchParams) {
      clientOf(form)
      const grant = form.get('grant_type')
      if (grant === 'authorization_code') return exchange(form)
      if (grant === 'refresh_token') return rotate(form)
      throw new OAuthError('unsupported_grant_type')
    },

    /** Revokes a token. Revoking a refresh token also revokes its access token; an unknown token is ignored. */
    revoke(form: URLSearchParams) {
      const client = clientOf(form)
      const token = form.get('token') ?? ''
      const refresh = refreshTokens.get(token)
      if ((refresh ?? accessTokens.get(token))?.clientId !== client.id) return
      if (refresh) accessTokens.delete(refresh.access)
      refreshTokens.delete(token)
      accessTokens.delete(token)
    },

    /** The user of a valid access token. */
    usernameOf(token: string) {
      const access = accessTokens.get(token)
      return access && access.expiresAt > Date.now() ? access.username : undefined
    },
  }
}
