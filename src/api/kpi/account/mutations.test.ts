import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, connectionOf, kpiOf, setTransport, type Transport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import type { KeyRenewalError } from './key-renewal.ts'
import { readKey, renewKey, saveProfile } from './mutations.ts'
import { profileFieldsOf, profileOf } from './profile.ts'
import { accountQueries } from './queries.ts'
import { Account } from './schema.ts'

let client: QueryClient
let demo: Transport
/** The requests to `token/` that fail, by method and order: `GET 2`. */
let failing: string[]
let sent: string[]

const key = async () => new MutationObserver(client, readKey()).mutate()
const renew = (password: string | undefined, left: KeyRenewalError | null = null) =>
  new MutationObserver(client, renewKey()).mutate({ ...(password !== undefined && { password }), left })
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as KeyRenewalError,
  )

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  demo = await createDemoTransport({ storage: 'memory' })
  failing = []
  sent = []
  setTransport(DEMO_CONNECTION.server, async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/token/') return demo(request)
    sent.push(request.method)
    const name = `${request.method} ${sent.filter((method) => method === request.method).length}`
    if (failing.includes(name)) return Response.json({ detail: 'No.' }, { status: 503 })
    const response = await demo(request)
    if (failing.includes(`${name} lost`)) throw new TypeError('Failed to fetch')
    return response
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

describe('renewKey', () => {
  it('checks the password before anything is deleted', async () => {
    expect(await failureOf(renew('wrong'))).toMatchObject({ kind: 'signed-out', state: 'kept' })
    expect(sent).toEqual(['GET'])
    expect(await key()).toBe(DEMO_CONNECTION.auth.token)
  })

  it('replaces the key, also that of the connection', async () => {
    const next = await renew('demo')
    expect(next).not.toBe(DEMO_CONNECTION.auth.token)
    expect(connectionOf(client)?.auth).toEqual({ scheme: 'key', token: next })
    expect(await key()).toBe(next)
  })

  it('says that the old key works if the server refuses to delete it', async () => {
    failing = ['DELETE 1']
    expect(await failureOf(renew('demo'))).toMatchObject({ kind: 'server-fault', state: 'kept' })
    expect(await key()).toBe(DEMO_CONNECTION.auth.token)
  })

  it('finds out by itself that the key was deleted if the response was lost', async () => {
    failing = ['DELETE 1 lost']
    expect(await renew('demo')).not.toBe(DEMO_CONNECTION.auth.token)
    expect(sent).toEqual(['GET', 'DELETE', 'GET'])
  })

  it('says that the old key is gone if the new one does not come, and only fetches it at the next attempt', async () => {
    failing = ['GET 2']
    const left = await failureOf(renew('demo'))
    expect(left).toMatchObject({ kind: 'server-fault', state: 'deleted' })
    expect(JSON.stringify(left)).not.toContain(DEMO_CONNECTION.auth.token)
    const next = await renew('demo', left)
    expect(sent).toEqual(['GET', 'DELETE', 'GET', 'GET'])
    expect(await key()).toBe(next)
  })

  it('does not know which key works if neither the deletion nor the check was answered', async () => {
    failing = ['DELETE 1 lost', 'GET 2']
    const left = await failureOf(renew('demo'))
    expect(left).toMatchObject({ state: 'unknown' })
    await renew('demo', left)
    expect(sent.filter((method) => method === 'DELETE')).toHaveLength(1)
  })

  it('still renews the key if the next attempt finds the old one', async () => {
    failing = ['DELETE 1', 'GET 2']
    const left = await failureOf(renew('demo'))
    expect(left).toMatchObject({ state: 'unknown' })
    expect(await renew('demo', left)).not.toBe(DEMO_CONNECTION.auth.token)
  })

  it('refuses to run without a password where the connection uses the key', async () => {
    await expect(renew(undefined)).rejects.toThrow(RangeError)
    expect(sent).toEqual([])
  })
})

describe('saveProfile', () => {
  const load = async () => {
    const fields = profileFieldsOf(await client.fetchQuery(environmentQueries.profileForm()))
    const { extra_details: details } = await client.fetchQuery({ ...accountQueries.own(), staleTime: 0 })
    return { fields, from: profileOf(details, fields) }
  }
  const changeElsewhere = async (details: Record<string, string>) =>
    kpiOf(client).patch('me/', Account, { body: { extra_details: details } })
  const save = async ({ fields, from }: Awaited<ReturnType<typeof load>>, change: Record<string, string>) =>
    new MutationObserver(client, saveProfile()).mutate({ fields, from, to: { ...from, ...change } })

  it('sends what differs, and keeps what was changed elsewhere [0114]', async () => {
    const loaded = await load()
    await changeElsewhere({ bio: 'Field officer' })
    const { extra_details: saved } = await save(loaded, { city: 'Lodwar' })
    expect(saved).toMatchObject({ city: 'Lodwar', bio: 'Field officer' })
  })

  it('throws a conflict if the same field was changed elsewhere, and shows the new value', async () => {
    const loaded = await load()
    await changeElsewhere({ city: 'Kakuma' })
    await expect(save(loaded, { city: 'Lodwar' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(client.getQueryData(accountQueries.own().queryKey)?.extra_details['city']).toBe('Kakuma')
  })

  it('succeeds without a request if the server has the new value already', async () => {
    const loaded = await load()
    await changeElsewhere({ city: 'Lodwar' })
    await expect(save(loaded, { city: 'Lodwar' })).resolves.toMatchObject({ username: 'demo' })
  })
})
