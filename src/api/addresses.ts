import type { Connection } from './connection.ts'
import { ApiError } from './errors.ts'

/** Path segments and characters that would lead out of the path: `..`, `#`, a backslash, control characters. */
const LEAVES_PATH = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|[\\#\p{Cc}]/iu

/** The URL of a path on a server. @throws ApiError `not-found` if a name from data in it would change the path. */
export function urlOf(server: string, path: string): URL {
  if (LEAVES_PATH.test(path.split('?')[0] ?? '')) throw new ApiError('not-found', '')
  return new URL(`${server}/${path}`)
}

/** The base address of a server, and other origins that it uses for itself. */
export type ServerOrigins = Pick<Connection, 'server' | 'knownAs'>

/**
 * The path of a URL in a response, so that credentials are only sent to the connection's server. Behind a proxy, the URLs
 * in responses have another origin, which is in `knownAs`.
 * @throws ApiError `elsewhere` for a URL of another server.
 */
export function pathOfUrl(url: string, { server, knownAs = [] }: ServerOrigins): string {
  const serverUrl = new URL(server)
  const target = URL.canParse(url, serverUrl.origin) ? new URL(url, serverUrl.origin) : undefined
  const isHttp = target?.protocol === 'https:' || target?.protocol === 'http:'
  if (!isHttp || !(target.host === serverUrl.host || knownAs.includes(target.origin))) {
    throw new ApiError('elsewhere', target?.origin ?? '')
  }
  const base = serverUrl.pathname.replace(/\/$/, '')
  const path = target.pathname.startsWith(`${base}/`) ? target.pathname.slice(base.length) : target.pathname
  return path.slice(1) + target.search
}

/** The last segment of a resource's URL: the username of `…/users/bob/`, the codename of `…/permissions/view_asset/`. */
export function lastSegment(url: string): string {
  const segment = url.replace(/\/+$/, '').split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a literal percent sign
  }
}
