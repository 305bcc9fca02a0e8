import { json, methodNotAllowed, refusal } from '#/demo/answers.ts'
import { userOf } from '#/demo/authentication.ts'
import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import type { Transport } from '#/demo/transport.ts'
import { authorize } from './authorize.ts'
import { login, logout } from './login.ts'
import { createSessions, csrfFault } from './sessions.ts'
import { createTokenStore, type OAuthClient, OAuthRefusal, type TokenStore } from './token-store.ts'

interface FrontDoorOptions {
  clients?: readonly OAuthClient[]
  /** Seconds that an access token lasts; KPI's ten hours [1605]. */
  tokenLife?: number
}

/**
 * What a KPI has around its API, and only a server over HTTP needs: its own pages for signing in, sessions by cookie,
 * and OAuth2. In front of the demo, which knows keys and passwords only.
 */
export function withFrontDoor(api: Transport, { clients = [], tokenLife = 36_000 }: FrontDoorOptions = {}): Transport {
  const sessions = createSessions()
  const tokens = createTokenStore({ clients, tokenLife })

  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/accounts/login/') return login(request, sessions)
    if (pathname === '/accounts/logout/') return logout(request, sessions)
    if (pathname === '/o/authorize/') return authorize(request, sessions.usernameOf(request), tokens)
    if (pathname === '/o/token/') return answerOf(request, async (form) => json(await tokens.answer(form)))
    if (pathname === '/o/revoke_token/') {
      return answerOf(request, (form) => {
        tokens.revoke(form)
        return new Response(null)
      })
    }

    const username = sessions.usernameOf(request)
    const fault = username && csrfFault(request, request.headers.get('X-CSRFToken'))
    if (fault) return refusal(403, { detail: fault })
    const asked = username === undefined ? withBearerRead(request, tokens) : speakingFor(request, username)
    const response = await api(asked)
    return named(response, asked)
  }
}

async function answerOf(request: Request, answer: (form: URLSearchParams) => Response | Promise<Response>) {
  if (request.method !== 'POST') return methodNotAllowed(request.method)
  try {
    return await answer(new URLSearchParams(await request.text()))
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error
    const { message, status, description } = error
    return json({ error: message, ...(description !== undefined && { error_description: description }) }, status)
  }
}

/** One that is not known, or not any more, is as good as none: nobody's, and no reason to refuse [0113, 1611]. */
function withBearerRead(request: Request, tokens: TokenStore): Request {
  const [scheme, token = ''] = (request.headers.get('Authorization') ?? '').split(' ')
  return scheme === 'Bearer' ? speakingFor(request, tokens.usernameOf(token)) : request
}

/** The same request with the key of an account, which is what the API behind knows. */
function speakingFor(request: Request, username: string | undefined): Request {
  const headers = new Headers(request.headers)
  headers.delete('Authorization')
  const user = DEMO_USERS.find((one) => one.username === username)
  if (user) headers.set('Authorization', `Token ${user.token}`)
  return new Request(request, { headers })
}

/** KPI names in a header whom it knew; answers to nobody have none. Other sites' pages cannot read it [1713]. */
function named(response: Response, request: Request): Response {
  const username = knownUser(request)
  if (username === undefined) return response
  const headers = new Headers(response.headers)
  headers.set('X-KoBoNaut', username)
  return new Response(response.body, { status: response.status, headers })
}

function knownUser(request: Request): string | undefined {
  try {
    const username = userOf(request)
    return username === ANONYMOUS ? undefined : username
  } catch {
    return undefined
  }
}
