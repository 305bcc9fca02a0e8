import type { Auth, Connection } from './connection.ts'
import { ApiError } from './errors.ts'

/** Milliseconds before the expiry of an access token in which it is no longer used. */
const MARGIN = 30_000

/** Whether credentials have to be renewed before the next request. */
export const isExpiring = (auth: Auth) => auth.scheme === 'oauth' && auth.expires - Date.now() < MARGIN

/** Statuses for unauthenticated requests, which authenticated ones can get, too. */
const AMBIGUOUS = new Set([403, 404])

/**
 * Whether the server treated a request as unauthenticated, so that it can be sent again with new credentials. An invalid
 * key gets 401, but an expired token or session gets 404 and empty lists [0112, 0332, 0348, 1611]. If the response is
 * ambiguous, a request to `me/` decides. Returns false for a write that the server may have applied.
 * @throws ApiError `other-account` if a write was applied for another account, whose session is in this browser now
 */
export async function isUnauthenticated(
  response: Response,
  { auth, username }: Connection,
  { method, path }: { method: string; path: string },
  requestMe: () => Promise<Response>,
): Promise<boolean> {
  if (response.status === 401) return true
  if (auth.scheme === 'key') return false
  const account = response.headers.get('X-KoBoNaut') // readable only if the server has the page's origin
  const isOtherAccount = auth.scheme === 'session' && account !== null && account !== username
  if (method !== 'GET' && (response.ok || response.status >= 500)) {
    if (isOtherAccount && response.ok) throw new ApiError('other-account', account, { status: response.status })
    return false
  }
  if (account !== null) return isOtherAccount
  const isAmbiguous = response.ok
    ? path === 'api/v2/assets/' && (await isEmptyPage(response))
    : AMBIGUOUS.has(response.status)
  return isAmbiguous && (await requestMe()).status === 401
}

async function isEmptyPage(response: Response): Promise<boolean> {
  const text = await response
    .clone()
    .text()
    .catch(() => '') // truncated: reading it throws later
  return /^{\s*"count":\s*0\b/.test(text)
}

/** The error of an unauthenticated request, whatever the status. */
export const signedOutError = async (response: Response) =>
  response.status === 401 ? ApiError.from(response) : new ApiError('signed-out', '')
