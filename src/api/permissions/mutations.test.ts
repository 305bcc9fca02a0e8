import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '../client.ts'
import { connections } from '../connection.ts'
import type { ApiError } from '../errors.ts'
import { afterGiving, afterTaking, type Codename, isCodename } from './codenames.ts'
import { changeAccess } from './mutations.ts'
import { NO_ACCESS } from './people.ts'
import { permissionQueries } from './queries.ts'
import { codenamesOf } from './roles.ts'

const SERVER = 'https://kf.example.org'
const LIST = '/api/v2/assets/a1/permission-assignments/'

/** The permissions of one project as a server keeps them, by the rules of the recordings. */
const held = new Map<string, ReadonlySet<Codename>>()
const writes: string[] = []
let refuses: string | undefined

const wire = (username: string, codename: string) => ({
  url: `https://behind-a-proxy.invalid${LIST}${username}.${codename}/`,
  user: `https://behind-a-proxy.invalid/api/v2/users/${username}/`,
  permission: `https://behind-a-proxy.invalid/api/v2/permissions/${codename}/`,
})

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET' && pathname === LIST)
    return Response.json(
      [...held].flatMap(([name, codenames]) => [...codenames].map((codename) => wire(name, codename))),
    )
  if (request.method === 'GET') return Response.json({ detail: 'Not found.' }, { status: 404 })

  const body = request.method === 'POST' ? ((await request.json()) as { user: string; permission: string }) : undefined
  const [username = '', codename = ''] = body
    ? [body.user, body.permission].map((url) => decodeURIComponent(url.split('/').at(-2) ?? ''))
    : pathname.slice(LIST.length, -1).split('.')
  if (!isCodename(codename)) throw new Error(codename)
  writes.push(`${request.method} ${username} ${codename}`)
  if (codename === refuses) return Response.json({ permission: 'Not that one.' }, { status: 400 })
  const change = body ? afterGiving : afterTaking
  held.set(username, change(held.get(username) ?? new Set(), codename))
  return body ? Response.json(wire(username, codename), { status: 201 }) : new Response(null, { status: 204 })
}

const accessOf = (username: string) => ({ held: held.get(username) ?? new Set<Codename>(), partial: [] })

const change = async (
  client: QueryClient,
  ...[input]: Parameters<MutationObserver<void, ApiError, Change>['mutate']>
) => new MutationObserver<void, ApiError, Change>(client, changeAccess('a1')).mutate(input)
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
    writes.length = 0
    refuses = undefined
  })

  it('writes only what differs, and nothing of others', async () => {
    await change(client, { username: 'fatuma', from: accessOf('fatuma'), to: codenamesOf('viewer') })
    expect(writes).toEqual(['DELETE fatuma validate_submissions'])
    expect(held.get('joseph')).toEqual(codenamesOf('editor'))
  })

  it('gives somebody new a role in one write', async () => {
    await change(client, { username: 'new.one', from: NO_ACCESS, to: codenamesOf('reviewer') })
    expect(writes).toEqual(['POST new.one validate_submissions'])
    expect(held.get('new.one')).toEqual(codenamesOf('reviewer'))
  })

  it("writes nothing over a colleague's change", async () => {
    const from = accessOf('fatuma')
    held.set('fatuma', codenamesOf('manager'))
    const refused = change(client, { username: 'fatuma', from, to: codenamesOf('viewer') })
    await expect(refused).rejects.toMatchObject({ kind: 'conflict' })
    expect(writes).toEqual([])
  })

  it('stops at a refusal, and has the list read again for what was done by then', async () => {
    held.set('fatuma', codenamesOf('viewer'))
    await client.query({ ...permissionQueries.list('a1'), staleTime: 0 })
    refuses = 'validate_submissions'

    const refused = change(client, { username: 'fatuma', from: accessOf('fatuma'), to: codenamesOf('editor') })
    await expect(refused).rejects.toMatchObject({ kind: 'rejected', message: 'Not that one.' })

    expect(held.get('fatuma')?.has('change_submissions')).toBe(true)
    expect(client.getQueryState(permissionQueries.list('a1').queryKey)?.isInvalidated).toBe(true)
  })
})
