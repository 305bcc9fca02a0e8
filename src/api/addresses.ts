import type { Connection } from './connection.ts'
import { ApiError } from './errors.ts'

/** What an address does with a path besides following it: goes up, or ends it. */
const NO_PATH = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|[\\#\p{Cc}]/iu

/** Paths are made of names that others chose: one that leads out of its place is not asked for. */
export function addressOf(server: string, path: string): URL {
  if (NO_PATH.test(path.split('?')[0] ?? '')) throw new ApiError('not-found', '')
  return new URL(`${server}/${path}`)
}

/** Where a server is, and by which origins it names itself. */
export type ServerNames = Pick<Connection, 'server' | 'knownAs'>

/**
 * The path of a URL in an answer, to be asked of the connection: the key goes nowhere else. Answers name the server as
 * it knows itself, which behind a proxy is another origin.
 * @throws ApiError `elsewhere` for an address of any other server.
 */
export function pathOfUrl(url: string, { server, knownAs = [] }: ServerNames): string {
  const own = new URL(server)
  const target = URL.canParse(url, own.origin) ? new URL(url, own.origin) : undefined
  const isHttp = target?.protocol === 'https:' || target?.protocol === 'http:'
  if (!isHttp || !(target.host === own.host || knownAs.includes(target.origin))) {
    throw new ApiError('elsewhere', target?.origin ?? '')
  }
  const base = own.pathname.replace(/\/$/, '')
  const path = target.pathname.startsWith(`${base}/`) ? target.pathname.slice(base.length) : target.pathname
  return path.slice(1) + target.search
}

/** Last part of a resource's URL: the username of `…/users/bob/`, the codename of `…/permissions/view_asset/`. */
export function lastSegment(url: string): string {
  const segment = url.replace(/\/+$/, '').split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a percent sign that stands for itself
  }
}
