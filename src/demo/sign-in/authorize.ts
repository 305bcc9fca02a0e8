import { csrfRefused, redirect } from './login.ts'
import { consentForm, htmlPage, paragraph } from './pages.ts'
import { csrfFault, csrfOf } from './sessions.ts'
import type { TokenStore } from './token-store.ts'

const SCOPES = new Set(['read', 'write', 'groups'])

/** `/o/authorize/`: asks whoever is signed in whether an application may act for them [1601-1603, 1615, 1616]. */
export async function authorize(request: Request, username: string | undefined, tokens: TokenStore): Promise<Response> {
  const url = new URL(request.url)
  if (username === undefined) return redirect(loginFirst(url))
  const query = url.searchParams
  const client = tokens.client(query.get('client_id'))
  const redirectUri = query.get('redirect_uri') ?? client?.redirectUris[0] ?? ''
  if (!client) return refused('Invalid client_id parameter value.')
  if (!client.redirectUris.some((one) => isRegistered(one, redirectUri))) return refused('Mismatching redirect URI.')

  const state = query.get('state')
  const back = (answer: Record<string, string>) => {
    const target = new URL(redirectUri)
    for (const [name, value] of Object.entries({ ...answer, ...(state !== null && { state }) })) {
      target.searchParams.set(name, value)
    }
    return redirect(target.href)
  }
  const scope = query.get('scope') ?? 'read write'
  const challenge = query.get('code_challenge')
  if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' })
  if (scope.split(' ').some((one) => !SCOPES.has(one))) return back({ error: 'invalid_scope' })
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') return back({ error: 'invalid_request' })

  if (request.method !== 'POST') {
    const { token, setCookie } = csrfOf(request)
    const form = consentForm(client.id, scope.split(' '), [{ name: 'csrfmiddlewaretoken', value: token }])
    return htmlPage(`Authorize ${client.id}?`, form, { cookies: [setCookie] })
  }
  const form = new URLSearchParams(await request.text())
  const fault = csrfFault(request, form.get('csrfmiddlewaretoken'))
  if (fault !== undefined) return csrfRefused(fault)
  if (!form.has('allow')) return back({ error: 'access_denied' })
  return back({ code: tokens.allow({ clientId: client.id, username, scope }, redirectUri, challenge) })
}

/** As django-oauth-toolkit compares: the parameters that are registered must be there, and there may be others. */
function isRegistered(registered: string, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const [known, asked] = [new URL(registered), new URL(redirectUri)]
  const isThere = ([name, value]: [string, string]) => asked.searchParams.getAll(name).includes(value)
  return known.origin + known.pathname === asked.origin + asked.pathname && [...known.searchParams].every(isThere)
}

const refused = (description: string) => htmlPage('Error: invalid_request', paragraph(description), { status: 400 }) // in HTML, to the person [1616]

/** Django leaves slashes in `next` as they are [1601]. */
const loginFirst = ({ pathname, search }: URL) =>
  `/accounts/login/?next=${encodeURIComponent(pathname + search).replaceAll('%2F', '/')}`
