import { csrfErrorPage, redirect } from './login.ts'
import { consentForm, htmlPage, paragraph } from './pages.ts'
import { csrfError, csrfOf } from './sessions.ts'
import type { TokenStore } from './token-store.ts'

const SCOPES = new Set(['read', 'write', 'groups'])

/** `/o/authorize/`: asks the signed-in user to authorize an application [1601-1603, 1615, 1616]. */
export async function authorize(request: Request, username: string | undefined, tokens: TokenStore): Promise<Response> {
  const url = new URL(request.url)
  if (username === undefined) return redirect(loginUrl(url))
  const query = url.searchParams
  const client = tokens.client(query.get('client_id'))
  const redirectUri = query.get('redirect_uri') ?? client?.redirectUris[0] ?? ''
  if (!client) return errorPage('Invalid client_id parameter value.')
  if (!client.redirectUris.some((item) => isRegistered(item, redirectUri)))
    return errorPage('Mismatching redirect URI.')

  const state = query.get('state')
  const redirectBack = (parameters: Record<string, string>) => {
    const target = new URL(redirectUri)
    for (const [name, value] of Object.entries({ ...parameters, ...(state !== null && { state }) })) {
      target.searchParams.set(name, value)
    }
    return redirect(target.href)
  }
  const scope = query.get('scope') ?? 'read write'
  const challenge = query.get('code_challenge')
  if (query.get('response_type') !== 'code') return redirectBack({ error: 'unsupported_response_type' })
  if (scope.split(' ').some((item) => !SCOPES.has(item))) return redirectBack({ error: 'invalid_scope' })
  if (challenge !== null && query.get('code_challenge_method') !== 'S256')
    return redirectBack({ error: 'invalid_request' })

  if (request.method !== 'POST') {
    const { token, setCookie } = csrfOf(request)
    const form = consentForm(client.id, scope.split(' '), [{ name: 'csrfmiddlewaretoken', value: token }])
    return htmlPage(`Authorize ${client.id}?`, form, { cookies: [setCookie] })
  }
  const form = new URLSearchParams(await request.text())
  const error = csrfError(request, form.get('csrfmiddlewaretoken'))
  if (error !== undefined) return csrfErrorPage(error)
  if (!form.has('allow')) return redirectBack({ error: 'access_denied' })
  return redirectBack({ code: tokens.allow({ clientId: client.id, username, scope }, redirectUri, challenge) })
}

/** Compares like django-oauth-toolkit: the registered query parameters must be present, and there may be others. */
function isRegistered(registered: string, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const [registeredUrl, requestedUrl] = [new URL(registered), new URL(redirectUri)]
  const hasParameter = ([name, value]: [string, string]) => requestedUrl.searchParams.getAll(name).includes(value)
  return (
    registeredUrl.origin + registeredUrl.pathname === requestedUrl.origin + requestedUrl.pathname &&
    [...registeredUrl.searchParams].every(hasParameter)
  )
}

const errorPage = (description: string) => htmlPage('Error: invalid_request', paragraph(description), { status: 400 }) // an HTML page, not a redirect [1616]

/** Django does not escape slashes in `next` [1601]. */
const loginUrl = ({ pathname, search }: URL) =>
  `/accounts/login/?next=${encodeURIComponent(pathname + search).replaceAll('%2F', '/')}`
