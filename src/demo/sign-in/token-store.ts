import { challengeOf, secretOf } from './secrets.ts'

/** An application that somebody has registered: a public client, for the authorization code. */
export interface OAuthClient {
  id: string
  redirectUris: string[]
}

/** What somebody allowed an application. */
export interface Allowance {
  clientId: string
  username: string
  scope: string
}

interface Code extends Allowance {
  redirectUri: string
  challenge: string | null
  endsAt: number
}

interface Access extends Allowance {
  endsAt: number
}

interface Refresh extends Allowance {
  access: string
}

interface TokenStoreOptions {
  clients: readonly OAuthClient[]
  /** Seconds that an access token lasts [1605]. */
  tokenLife: number
}

const CODE_LIFE = 60_000

/** Why `/o/token/` refuses, in the words of RFC 6749. */
export class OAuthRefusal extends Error {
  readonly status: number
  readonly description: string | undefined

  constructor(error: string, status = 400, description?: string) {
    super(error)
    this.status = status
    this.description = description
  }
}

export type TokenStore = ReturnType<typeof createTokenStore>

/** Codes and tokens, given and taken back as django-oauth-toolkit does in KPI [1603-1612]. */
export function createTokenStore({ clients, tokenLife }: TokenStoreOptions) {
  const codes = new Map<string, Code>()
  const accesses = new Map<string, Access>()
  const refreshes = new Map<string, Refresh>()

  function clientOf(form: URLSearchParams) {
    const client = clients.find(({ id }) => id === form.get('client_id'))
    if (!client) throw new OAuthRefusal('invalid_client', 401)
    return client
  }

  function give({ clientId, username, scope }: Allowance) {
    const allowance = { clientId, username, scope }
    const access = secretOf(30)
    const refresh = secretOf(30)
    accesses.set(access, { ...allowance, endsAt: Date.now() + tokenLife * 1000 })
    refreshes.set(refresh, { ...allowance, access })
    return { access_token: access, expires_in: tokenLife, token_type: 'Bearer', scope, refresh_token: refresh }
  }

  /** A code serves once [1612], for a minute; its verifier is asked for where it came with a challenge [1604]. */
  async function exchange(form: URLSearchParams) {
    const key = form.get('code') ?? ''
    const code = codes.get(key)
    if (!code || code.endsAt < Date.now() || code.clientId !== form.get('client_id')) {
      throw new OAuthRefusal('invalid_grant')
    }
    if (code.redirectUri !== form.get('redirect_uri')) {
      throw new OAuthRefusal('invalid_request', 400, 'Mismatching redirect URI.')
    }
    const verifier = form.get('code_verifier') ?? ''
    if (code.challenge !== null && code.challenge !== (await challengeOf(verifier))) {
      throw new OAuthRefusal('invalid_grant')
    }
    codes.delete(key)
    return give(code)
  }

  /** The tokens before it are dead at once [1610, 1611]. */
  function rotate(form: URLSearchParams) {
    const key = form.get('refresh_token') ?? ''
    const refresh = refreshes.get(key)
    if (!refresh || refresh.clientId !== form.get('client_id')) throw new OAuthRefusal('invalid_grant')
    refreshes.delete(key)
    accesses.delete(refresh.access)
    return give(refresh)
  }

  return {
    client: (id: string | null) => clients.find((client) => client.id === id),

    /** A code to hand to the application. */
    allow(allowance: Allowance, redirectUri: string, challenge: string | null) {
      const code = secretOf(30)
      codes.set(code, { ...allowance, redirectUri, challenge, endsAt: Date.now() + CODE_LIFE })
      return code
    },

    async answer(form: URLSearchParams) {
      clientOf(form)
      const grant = form.get('grant_type')
      if (grant === 'authorization_code') return exchange(form)
      if (grant === 'refresh_token') return rotate(form)
      throw new OAuthRefusal('unsupported_grant_type')
    },

    /** Revoking the refresh token takes the access token with it. A token that is not known is revoked already. */
    revoke(form: URLSearchParams) {
      const client = clientOf(form)
      const token = form.get('token') ?? ''
      const refresh = refreshes.get(token)
      if ((refresh ?? accesses.get(token))?.clientId !== client.id) return
      if (refresh) accesses.delete(refresh.access)
      refreshes.delete(token)
      accesses.delete(token)
    },

    /** Whom an access token speaks for. */
    usernameOf(token: string) {
      const access = accesses.get(token)
      return access && access.endsAt > Date.now() ? access.username : undefined
    },
  }
}
