import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setRenewCredentials, setTransport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { newBulkJob } from '#/features/bulk/bulk-job.ts'
import { allRows, EDIT, idsOf, NAME, nonZeroCounts, runToStop } from './bulk-jobs.ts'
import { settled } from './faulty-server.ts'
import { MUTATION_CASES, titleOf } from './mutation-cases.ts'
import { type ObservedQuery, QUERY_CASES } from './query-cases.ts'
import { client, server, setUpServer } from './set-up-server.ts'

/** Milliseconds that the user needs to enter the password. */
const SIGN_IN_TIME = 20_000

setUpServer()

beforeEach(() => {
  setRenewCredentials(async (refused) => {
    await new Promise((resolve) => setTimeout(resolve, SIGN_IN_TIME))
    const { auth } = refused
    connections.renew(connectionId(refused), { ...auth })
  })
})

afterEach(() => {
  setRenewCredentials(() => Promise.reject(new ApiError('signed-out', '')))
})

const CASES = MUTATION_CASES.filter(({ hasOwnSignIn = false }) => !hasOwnSignIn)

describe('after the user has signed in again', () => {
  it.each(QUERY_CASES)('$factory continues', async ({ observe }) => {
    const observer = (await settled(observe(client))).value as ObservedQuery
    server.chaos.set('401;times=1')
    server.takeRequests()
    await settled(observer.refetch())
    expect(observer.getCurrentResult()).toMatchObject({ status: 'success', error: null })
    expect(server.takeRequests()).toHaveLength(2)
  })

  it.each(CASES.map((mutationCase) => [titleOf(mutationCase), mutationCase] as const))(
    '%s continues, and is executed once',
    async (_, mutationCase) => {
      const { prepare, isReadOnly = false, isDone } = mutationCase
      const run = (await settled(prepare(client, server))).value as () => Promise<unknown>
      server.chaos.set(isReadOnly ? '401;times=1' : '401;times=1;on=write')
      server.takeRequests()
      expect(await settled(run())).not.toHaveProperty('error')
      const sent = server.takeRequests().filter(({ method }) => isReadOnly || method !== 'GET')
      expect(sent.map(({ serverStatus = 0 }) => serverStatus >= 200 && serverStatus < 300)).toEqual([false, true])
      expect(await settled(isDone?.(client) ?? Promise.resolve(true))).toEqual({ value: true })
    },
  )

  it.each(['read', 'write'])('a bulk job continues with the batch whose %s was refused', async (part) => {
    const before = await allRows()
    const ids = idsOf(before.slice(0, 120))
    server.chaos.set(`401;on=${part};after=1;times=1`)
    server.takeRequests()
    const job = await runToStop(newBulkJob(EDIT, ids))
    expect(job).toMatchObject({ phase: 'ended', fault: null })
    const { done = 0, unchanged = 0 } = nonZeroCounts(job)
    expect(done + unchanged).toBe(120)
    const writes = server
      .takeRequests()
      .filter(({ method, serverStatus }) => method !== 'GET' && serverStatus !== undefined)
    expect(writes).toHaveLength(3)
    const now = await allRows()
    expect(now.map((row) => row[NAME])).toEqual(before.map((row, at) => (at < 120 ? EDIT.value : row[NAME])))
  })
})

describe('if the session belongs to another account by now, and the server executed a write for that account', () => {
  beforeEach(() => {
    connections.renew(connectionId(DEMO_CONNECTION), { scheme: 'session' })
    setTransport(DEMO_CONNECTION.server, async (request) => {
      const { method } = request
      const authorized = new Request(request)
      authorized.headers.set('Authorization', `Token ${DEMO_CONNECTION.auth.token}`)
      const response = await server.transport(authorized)
      const headers = new Headers(response.headers)
      headers.set('X-KoBoNaut', method === 'GET' ? DEMO_CONNECTION.username : 'amina')
      return new Response(response.body, { status: response.status, headers })
    })
  })

  const writingCases = CASES.filter(
    ({ isReadOnly = false, isOfAnotherAccount = false }) => !isReadOnly && !isOfAnotherAccount,
  )
  it.each(writingCases.map((mutationCase) => [titleOf(mutationCase), mutationCase] as const))(
    '%s is sent once, and reports the other account',
    async (_, { prepare }) => {
      const run = (await settled(prepare(client, server))).value as () => Promise<unknown>
      server.takeRequests()
      expect((await settled(run())).error).toMatchObject({ kind: 'other-account', message: 'amina' })
      expect(server.takeRequests().filter(({ method }) => method !== 'GET')).toHaveLength(1)
    },
  )

  it('a bulk job stops after that batch, and checks it before it continues', async () => {
    const ids = idsOf((await allRows()).slice(0, 120))
    const first = await runToStop(newBulkJob(EDIT, ids))
    expect(first).toMatchObject({ phase: 'stopped', fault: { kind: 'other-account' } })
    const { uncertain = 0, unchanged = 0, waiting } = nonZeroCounts(first)
    expect([uncertain + unchanged, waiting]).toEqual([50, 70])
    setTransport(DEMO_CONNECTION.server, server.transport)
    connections.renew(connectionId(DEMO_CONNECTION), DEMO_CONNECTION.auth)
    server.takeRequests()
    const second = await runToStop(first)
    expect(second.phase).toBe('ended')
    expect(server.takeRequests().filter(({ method }) => method !== 'GET')).toHaveLength(2)
  })
})
