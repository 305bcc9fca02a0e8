import { logSourceOf } from '#/lib/user-agent.ts'
import type { AccessRecord } from './records.ts'
import { seedAccesses } from './seed/accesses.ts'
import { userUidOf } from './seed/users.ts'

/** Requests that are remembered: those of this visit. */
const MAX_REQUESTS = 5000
const requests: AccessRecord[] = []

const TYPES: Record<string, string> = { Token: 'token', Basic: 'basic', Bearer: 'oauth2' }

/** Writes down a request with credentials. It is forgotten with the page: a row per request is too much to store. */
export function recordAccess(request: Request, username: string) {
  const [scheme = ''] = (request.headers.get('Authorization') ?? '').split(' ')
  const type = TYPES[scheme]
  if (type === undefined) return
  const isSubmission = request.method === 'POST' && new URL(request.url).pathname.endsWith('/submission')
  requests.push({
    username,
    type: isSubmission ? 'submission' : type,
    at: Date.now(),
    source: sourceOf(request),
    address: '203.0.113.7',
  })
  if (requests.length > MAX_REQUESTS) requests.splice(0, requests.length - MAX_REQUESTS)
}

/** The program that sent a request: requests inside a page have no such header. */
export const sourceOf = (request: Request) =>
  logSourceOf(request.headers.get('User-Agent') ?? globalThis.navigator?.userAgent ?? '')

const HOUR = 3_600_000

/** A user's access log in KPI's format, newest first: submissions are grouped by the hour [1348]. */
export function accessLogOf(username: string, today: number, origin: string) {
  const own = [...seedAccesses(username, today), ...requests.filter((one) => one.username === username)]
  const groups = new Map<string, AccessRecord[]>()
  for (const [index, access] of own.entries()) {
    const key = access.type === 'submission' ? `hour ${Math.floor(access.at / HOUR)}` : String(index)
    groups.set(key, [...(groups.get(key) ?? []), access])
  }
  return [...groups.values()]
    .map(([first, ...others]) => first && serialize(first, 1 + others.length, origin))
    .filter((row) => row !== undefined)
    .reverse()
    .toSorted((a, b) => (a.date_created < b.date_created ? 1 : a.date_created > b.date_created ? -1 : 0))
}

const serialize = ({ username, type, at, source, address, failed }: AccessRecord, count: number, origin: string) => ({
  user: `${origin}/api/v2/users/${username}/`,
  date_created: `${new Date(at).toISOString().slice(0, 19)}Z`,
  username,
  metadata:
    type === 'submission'
      ? { auth_type: 'submission-group' }
      : { source, auth_type: type, ip_address: address, ...(failed && { attempted_username: username }) },
  user_uid: userUidOf(username),
  count,
  action: failed ? 'auth-failed' : 'auth',
})
