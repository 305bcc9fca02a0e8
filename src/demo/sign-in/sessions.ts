import { randomSecret } from './secrets.ts'

/** The name of KPI's session cookie. */
const SESSION_COOKIE = 'kobonaut'
const CSRF_COOKIE = 'csrftoken'
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Sessions of KPI's own pages, by cookie [1520-1522]. */
export function createSessions() {
  const usernames = new Map<string, string>()
  return {
    usernameOf: (request: Request) => usernames.get(cookie(request, SESSION_COOKIE) ?? ''),

    /** The cookies of a new session. */
    open(username: string) {
      const id = randomSecret(32)
      usernames.set(id, username)
      return [`${SESSION_COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600`, csrfCookie(randomSecret(32))]
    },

    /** Ends all sessions of a user, in every browser. */
    closeAll(username: string) {
      for (const [id, owner] of usernames) if (owner === username) usernames.delete(id)
    },

    /** Ends the session and returns the expired cookie. */
    close(request: Request) {
      usernames.delete(cookie(request, SESSION_COOKIE) ?? '')
      return [`${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`]
    },
  }
}

/** The CSRF token for a form, and the cookie that belongs to it. */
export function csrfOf(request: Request) {
  const token = cookie(request, CSRF_COOKIE) ?? randomSecret(32)
  return { token, setCookie: csrfCookie(token) }
}

/** KPI's error message for a request without a valid CSRF token; `undefined` if the token is valid. */
export function csrfError(request: Request, token: string | null): string | undefined {
  if (SAFE_METHODS.has(request.method)) return undefined
  const origin = request.headers.get('Origin')
  if (origin !== null && origin !== new URL(request.url).origin) {
    return `CSRF Failed: Origin checking failed - ${origin} does not match any trusted origins.`
  }
  const expected = cookie(request, CSRF_COOKIE)
  if (expected === undefined) return 'CSRF Failed: CSRF cookie not set.'
  if (token === null || token === '') return 'CSRF Failed: CSRF token missing.' // [1521]
  return token === expected ? undefined : "CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."
}

const csrfCookie = (token: string) => `${CSRF_COOKIE}=${token}; Path=/; SameSite=Lax; Max-Age=31449600`

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
