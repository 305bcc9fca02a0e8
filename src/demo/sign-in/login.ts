import { userByPassword } from '#/demo/authentication.ts'
import { htmlPage, loginForm, paragraph } from './pages.ts'
import { type createSessions, csrfError, csrfOf } from './sessions.ts'

type Sessions = ReturnType<typeof createSessions>

export function redirect(location: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: location })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 302, headers })
}

export const csrfErrorPage = (reason: string) => htmlPage('Forbidden', paragraph(reason), { status: 403 })

/** `/accounts/login/`: KPI's login page. */
export async function login(request: Request, sessions: Sessions): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const { token, setCookie } = csrfOf(request)
  const next = searchParams.get('next') ?? '/'
  const page = (error?: string) => {
    const form = loginForm([{ name: 'csrfmiddlewaretoken', value: token }], error)
    return htmlPage('Log in', form, { cookies: [setCookie] })
  }
  if (request.method !== 'POST') return sessions.usernameOf(request) ? redirect(sameSitePath(next)) : page()
  const form = new URLSearchParams(await request.text())
  const error = csrfError(request, form.get('csrfmiddlewaretoken'))
  if (error !== undefined) return csrfErrorPage(error)
  const user = userByPassword(form.get('login') ?? '', form.get('password') ?? '')
  if (!user) return page('The username and/or password you specified are not correct.')
  return redirect(sameSitePath(next), sessions.open(user.username))
}

/** `/accounts/logout/`: asks for confirmation, then ends the session. */
export async function logout(request: Request, sessions: Sessions): Promise<Response> {
  const { token, setCookie } = csrfOf(request)
  if (request.method !== 'POST') {
    const form = `<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="${token}"><button>Log out</button></form>`
    return htmlPage('Log out', form, { cookies: [setCookie] })
  }
  const error = csrfError(request, new URLSearchParams(await request.text()).get('csrfmiddlewaretoken'))
  return error === undefined ? redirect('/accounts/login/', sessions.close(request)) : csrfErrorPage(error)
}

/** The path to open after login, never on another site. */
const sameSitePath = (next: string) => (/^\/(?![/\\])/.test(next) ? next : '/')
