import { userOf } from '#/demo/authentication.ts'
import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { errorResponse, json, methodNotAllowed } from '#/demo/responses.ts'
import type { Transport } from '#/demo/transport.ts'
import { authorize } from './authorize.ts'
import { login, logout } from './login.ts'
import { createSessions, csrfError } from './sessions.ts'
import { createTokenStore, type OAuthClient, OAuthError, type TokenStore } from './token-store.ts'

interface SignInOptions {
  clients?: readonly OAuthClient[]
  /** Lifetime of an access token in seconds; KPI's is ten hours [1605]. */
  tokenLifetime?: number
}

/**
 * Adds what KPI has besides its API: login pages, sessions by cookie, and OAuth2. Only the demo server over HTTP needs
 * them; the demo itself knows API keys and passwords.
 */
export function withSignIn(api: Transport, { clients = [], tokenLifetime = 36_000 }: SignInOptions = {}): Transport {
  const sessions = createSessions()
  const tokens = createTokenStore({ clients, tokenLifetime })

  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/accounts/login/') return login(request, sessions)
    if (pathname === '/accounts/logout/') return logout(request, sessions)
    if (pathname === '/o/authorize/') return authorize(request, sessions.usernameOf(request), tokens)
    if (pathname === '/o/token/') return handleOAuthPost(request, async (form) => json(await tokens.answer(form)))
    if (pathname === '/o/revoke_token/') {
      return handleOAuthPost(request, (form) => {
        tokens.revoke(form)
        return new Response(null)
      })
    }

    const username = sessions.usernameOf(request)
    const error = username && csrfError(request, request.headers.get('X-CSRFToken'))
    if (error) return errorResponse(403, { detail: error })
    const forwarded = username === undefined ? resolveBearerToken(request, tokens) : actingAs(request, username)
    const response = await api(forwarded)
    const signedOut = pathname === '/logout-all/' && response.ok ? signedInUser(forwarded) : undefined
    if (signedOut !== undefined) sessions.closeAll(signedOut)
    return withUsernameHeader(response, forwarded)
  }
}

async function handleOAuthPost(request: Request, handle: (form: URLSearchParams) => Response | Promise<Response>) {
  if (request.method !== 'POST') return methodNotAllowed(request.method)
  try {
    return await handle(new URLSearchParams(await request.text()))
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    const { message, status, description } = error
    return json({ error: message, ...(description !== undefined && { error_description: description }) }, status)
  }
}

/** An unknown or expired token counts as no token: the request is anonymous, not refused [0113, 1611]. */
function resolveBearerToken(request: Request, tokens: TokenStore): Request {
  const [scheme, token = ''] = (request.headers.get('Authorization') ?? '').split(' ')
  return scheme === 'Bearer' ? actingAs(request, tokens.usernameOf(token)) : request
}

/** The same request with the user's password, which outlives API keys. */
function actingAs(request: Request, username: string | undefined): Request {
  const headers = new Headers(request.headers)
  headers.delete('Authorization')
  if (username !== undefined) headers.set('Authorization', `Basic ${btoa(`${username}:${username}`)}`)
  return new Request(request, { headers })
}

/**
 * Adds KPI's header with the signed-in user's name; anonymous responses have none. Other origins cannot read it [1713].
 */
function withUsernameHeader(response: Response, request: Request): Response {
  const username = signedInUser(request)
  if (username === undefined) return response
  const headers = new Headers(response.headers)
  headers.set('X-KoBoNaut', username)
  return new Response(response.body, { status: response.status, headers })
}

function signedInUser(request: Request): string | undefined {
  try {
    const username = userOf(request)
    return username === ANONYMOUS ? undefined : username
  } catch {
    return undefined
  }
}
