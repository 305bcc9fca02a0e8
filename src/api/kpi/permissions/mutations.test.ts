import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import type { ApiError } from '#/api/errors.ts'
import { afterGranting, afterRevoking, type Codename, isCodename } from './codenames.ts'
import { type AccessOutcome, changeAccess } from './mutations.ts'
import { NO_ACCESS } from './people.ts'
import { permissionQueries } from './queries.ts'
import { codenamesOf } from './roles.ts'

const SERVER = 'https://kf.example.org'
const LIST = '/api/v2/assets/a1/permission-assignments/'

/** The permissions of one project as a server keeps them, by the rules of the recordings. */
const held = new Map<string, ReadonlySet<Codename>>()
/** Codenames of a newer server. */
const unknown = new Map<string, string>()
const writes: string[] = []
/** What a colleague does just after a write. */
let meanwhile: () => void = () => {}
let isUnreadable = false
let refuses: string | undefined

const wire = (username: string, codename: string) => ({
  url: `https://behind-a-proxy.invalid${LIST}${username}.${codename}/`,
  user: `https://behind-a-proxy.invalid/api/v2/users/${username}/`,
  permission: `https://behind-a-proxy.invalid/api/v2/permissions/${codename}/`,
})

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET' && pathname === LIST)
    return isUnreadable
      ? Response.json({ detail: 'Not now.' }, { status: 503 })
      : Response.json([
          ...[...held].flatMap(([name, codenames]) => [...codenames].map((codename) => wire(name, codename))),
          ...[...unknown].map(([name, codename]) => wire(name, codename)),
        ])
  if (request.method === 'GET') return Response.json({ detail: 'Not found.' }, { status: 404 })

  if (pathname === `${LIST}bulk/`) {
    const { username } = (await request.json()) as { username: string }
    writes.push(`${request.method} all of ${username}`)
    held.delete(username)
    unknown.delete(username)
    meanwhile()
    return new Response(null, { status: 204 })
  }
  const body = request.method === 'POST' ? ((await request.json()) as { user: string; permission: string }) : undefined
  const [username = '', codename = ''] = body
    ? [body.user, body.permission].map((url) => decodeURIComponent(url.split('/').at(-2) ?? ''))
    : pathname.slice(LIST.length, -1).split('.')
  if (!isCodename(codename)) throw new Error(codename)
  writes.push(`${request.method} ${username} ${codename}`)
  if (codename === refuses) return Response.json({ permission: 'Not that one.' }, { status: 400 })
  const change = body ? afterGranting : afterRevoking
  held.set(username, change(held.get(username) ?? new Set(), codename))
  meanwhile()
  return body ? Response.json(wire(username, codename), { status: 201 }) : new Response(null, { status: 204 })
}

const accessOf = (username: string) => ({ held: held.get(username) ?? new Set<Codename>(), partial: [] })

const change = async (
  client: QueryClient,
  ...[input]: Parameters<MutationObserver<AccessOutcome, ApiError, Change>['mutate']>
) => new MutationObserver<AccessOutcome, ApiError, Change>(client, changeAccess('a1')).mutate(input)
type Change = Parameters<NonNullable<ReturnType<typeof changeAccess>['mutationFn']>>[0]

describe('changeAccess', () => {
  let client: QueryClient

  beforeEach(() => {
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    bindCache(
      client,
      connections.use({
        kind: 'kpi',
        server: SERVER,
        knownAs: ['https://behind-a-proxy.invalid'],
        username: 'alice',
        auth: { scheme: 'key', token: 'key' },
      }),
    )
    setTransport(SERVER, answer)
    held.clear()
    held.set('fatuma', codenamesOf('reviewer'))
    held.set('joseph', codenamesOf('editor'))
    unknown.clear()
    writes.length = 0
    refuses = undefined
    meanwhile = () => {}
    isUnreadable = false
  })

  it('revokes all permissions in one request, including unknown ones', async () => {
    unknown.set('fatuma', 'discover_asset')
    await change(client, { username: 'fatuma', from: accessOf('fatuma'), to: new Set() })
    unknown.set('new.one', 'discover_asset')
    await change(client, { username: 'new.one', from: NO_ACCESS, to: new Set() })
    expect(writes).toEqual(['DELETE all of fatuma', 'DELETE all of new.one'])
    expect([...held.keys(), ...unknown.keys()]).toEqual(['joseph'])
  })

  it('returns the difference if a colleague changed the user at the same time; a second change completes it', async () => {
    meanwhile = () => {
      held.set('fatuma', new Set(['view_asset', 'change_asset']))
      meanwhile = () => {}
    }
    const to = codenamesOf('viewer')
    const outcome = await change(client, { username: 'fatuma', from: accessOf('fatuma'), to })
    expect(outcome).toMatchObject({
      state: 'differs',
      difference: { missing: ['view_submissions'], extra: ['change_asset'], isLimitChanged: false },
    })
    const from = outcome.state === 'differs' ? outcome.difference.now : NO_ACCESS
    expect(await change(client, { username: 'fatuma', from, to })).toEqual({ state: 'as-chosen' })
    expect(held.get('fatuma')).toEqual(to)
  })

  it('returns the difference if a removed user has access again', async () => {
    meanwhile = () => void unknown.set('fatuma', 'discover_asset')
    expect(await change(client, { username: 'fatuma', from: accessOf('fatuma'), to: new Set() })).toMatchObject({
      state: 'differs',
      difference: { missing: [], extra: ['discover_asset'] },
    })
  })

  it('returns "unread" if the list cannot be fetched', async () => {
    meanwhile = () => (isUnreadable = true)
    const outcome = await change(client, { username: 'fatuma', from: accessOf('fatuma'), to: codenamesOf('viewer') })
    expect(outcome).toEqual({ state: 'unread' })
  })

  it('sends only differences, and nothing of other users', async () => {
    await change(client, { username: 'fatuma', from: accessOf('fatuma'), to: codenamesOf('viewer') })
    expect(writes).toEqual(['DELETE fatuma validate_submissions'])
    expect(held.get('joseph')).toEqual(codenamesOf('editor'))
  })

  it('grants a new user a role in one request', async () => {
    await change(client, { username: 'new.one', from: NO_ACCESS, to: codenamesOf('reviewer') })
    expect(writes).toEqual(['POST new.one validate_submissions'])
    expect(held.get('new.one')).toEqual(codenamesOf('reviewer'))
  })

  it('throws a conflict for a colleague’s change, and writes nothing', async () => {
    const from = accessOf('fatuma')
    held.set('fatuma', codenamesOf('manager'))
    const refused = change(client, { username: 'fatuma', from, to: codenamesOf('viewer') })
    await expect(refused).rejects.toMatchObject({ kind: 'conflict' })
    expect(writes).toEqual([])
  })

  it('stops at an error, and invalidates the list', async () => {
    held.set('fatuma', codenamesOf('viewer'))
    await client.query({ ...permissionQueries.list('a1'), staleTime: 0 })
    refuses = 'validate_submissions'

    const refused = change(client, { username: 'fatuma', from: accessOf('fatuma'), to: codenamesOf('editor') })
    await expect(refused).rejects.toMatchObject({ kind: 'rejected', message: 'Not that one.' })

    expect(held.get('fatuma')?.has('change_submissions')).toBe(true)
    expect(client.getQueryState(permissionQueries.list('a1').queryKey)?.isInvalidated).toBe(true)
  })
})
