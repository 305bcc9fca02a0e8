import { secretOf } from './secrets.ts'

/** The name of KPI's session cookie. */
const SESSION = 'kobonaut'
const CSRF = 'csrftoken'
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** KPI's own sessions: who is signed in at its pages, by cookie [1520-1522]. */
export function createSessions() {
  const usernames = new Map<string, string>()
  return {
    usernameOf: (request: Request) => usernames.get(cookie(request, SESSION) ?? ''),

    /** The cookies of a new session. */
    open(username: string) {
      const id = secretOf(32)
      usernames.set(id, username)
      return [`${SESSION}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600`, csrfCookie(secretOf(32))]
    },

    /** Ends the session, and gives the cookie that says so. */
    close(request: Request) {
      usernames.delete(cookie(request, SESSION) ?? '')
      return [`${SESSION}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`]
    },
  }
}

/** What a form must carry so that no other site can send it, and the cookie that goes with it. */
export function csrfOf(request: Request) {
  const token = cookie(request, CSRF) ?? secretOf(32)
  return { token, setCookie: csrfCookie(token) }
}

/** Why a request by session is refused, in KPI's words; `undefined` where it is not. */
export function csrfFault(request: Request, given: string | null): string | undefined {
  if (SAFE_METHODS.has(request.method)) return undefined
  const origin = request.headers.get('Origin')
  if (origin !== null && origin !== new URL(request.url).origin) {
    return `CSRF Failed: Origin checking failed - ${origin} does not match any trusted origins.`
  }
  const expected = cookie(request, CSRF)
  if (expected === undefined) return 'CSRF Failed: CSRF cookie not set.'
  if (given === null || given === '') return 'CSRF Failed: CSRF token missing.' // [1521]
  return given === expected ? undefined : "CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."
}

const csrfCookie = (token: string) => `${CSRF}=${token}; Path=/; SameSite=Lax; Max-Age=31449600`

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
