import type { Auth, Connection } from './connection.ts'
import { ApiError } from './errors.ts'

/** Milliseconds before the end of an access token in which no request is begun with it. */
const MARGIN = 30_000

/** Whether credentials are to be renewed before they are used. */
export const isEnding = (auth: Auth) => auth.scheme === 'oauth' && auth.expires - Date.now() < MARGIN

/** What nobody gets for things that are not public; others may get it too. */
const DOUBTFUL = new Set([403, 404])

/**
 * Whether the server took a request for nobody's. A dead key is refused, but a dead token or session is as good as
 * none: things are then not there, and lists are empty [0112, 0332, 0348, 1611]. Where in doubt, `me/` tells. A write that
 * the server may have carried out is never nobody's, for what is nobody's is sent again.
 * @throws ApiError `other-account` where it carried out a write for another account than the connection's: that of a
 * session which was opened in this browser meanwhile.
 */
export async function isNobodys(
  response: Response,
  { auth, username }: Connection,
  { method, path }: { method: string; path: string },
  askMe: () => Promise<Response>,
): Promise<boolean> {
  if (response.status === 401) return true
  if (auth.scheme === 'key') return false
  const known = response.headers.get('X-KoBoNaut') // can be read where server and page are one site
  const isOthers = auth.scheme === 'session' && known !== null && known !== username
  if (method !== 'GET' && (response.ok || response.status >= 500)) {
    if (isOthers && response.ok) throw new ApiError('other-account', known, { status: response.status })
    return false
  }
  if (known !== null) return isOthers
  const isDoubtful = response.ok
    ? path === 'api/v2/assets/' && (await isEmptyPage(response))
    : DOUBTFUL.has(response.status)
  return isDoubtful && (await askMe()).status === 401
}

async function isEmptyPage(response: Response): Promise<boolean> {
  const text = await response
    .clone()
    .text()
    .catch(() => '') // cut short: whoever reads it is told
  return /^{\s*"count":\s*0\b/.test(text)
}

/** The refusal, where the server itself did not call it so. */
export const signedOut = async (response: Response) =>
  response.status === 401 ? ApiError.from(response) : new ApiError('signed-out', '')
