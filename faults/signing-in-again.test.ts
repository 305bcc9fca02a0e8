import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setRenewal, setTransport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { newJob } from '#/features/bulk/bulk-job.ts'
import { client, inAWorld, world } from './in-a-world.ts'
import { all, counted, EDIT, idsOf, NAME, run } from './many.ts'
import { type Look, READINGS } from './readings.ts'
import { settled } from './world.ts'
import { titleOf, WRITINGS } from './writings.ts'

/** How long the person takes to type the password. */
const A_WHILE = 20_000

inAWorld()

beforeEach(() => {
  setRenewal(async (refused) => {
    await new Promise((resolve) => setTimeout(resolve, A_WHILE))
    const { auth } = refused
    connections.renew(connectionId(refused), { ...auth })
  })
})

afterEach(() => {
  setRenewal(() => Promise.reject(new ApiError('signed-out', '')))
})

describe('once the person has signed in again', () => {
  it.each(READINGS)('$factory goes on', async ({ look }) => {
    const observer = (await settled(look(client))).value as Look
    world.chaos.set('401;times=1')
    world.takeSent()
    await settled(observer.refetch())
    expect(observer.getCurrentResult()).toMatchObject({ status: 'success', error: null })
    expect(world.takeSent()).toHaveLength(2)
  })

  it.each(WRITINGS.map((writing) => [titleOf(writing), writing] as const))(
    '%s goes on, and is done once',
    async (_, writing) => {
      const { prepare, isReading = false, isDone } = writing
      const press = (await settled(prepare(client, world))).value as () => Promise<unknown>
      world.chaos.set(isReading ? '401;times=1' : '401;times=1;on=write')
      world.takeSent()
      expect(await settled(press())).not.toHaveProperty('error')
      const sent = world.takeSent().filter(({ method }) => isReading || method !== 'GET')
      expect(sent.map(({ carriedOut = 0 }) => carriedOut >= 200 && carriedOut < 300)).toEqual([false, true])
      expect(await settled(isDone?.(client) ?? Promise.resolve(true))).toEqual({ value: true })
    },
  )

  it.each(['read', 'write'])('what is done to many goes on with the lot that was refused: a %s', async (part) => {
    const before = await all()
    const ids = idsOf(before.slice(0, 120))
    world.chaos.set(`401;on=${part};after=1;times=1`)
    world.takeSent()
    const job = await run(newJob(EDIT, ids))
    expect(job).toMatchObject({ phase: 'ended', fault: null })
    const { done = 0, unchanged = 0 } = counted(job)
    expect(done + unchanged).toBe(120)
    const writes = world.takeSent().filter(({ method, carriedOut }) => method !== 'GET' && carriedOut !== undefined)
    expect(writes).toHaveLength(3)
    const now = await all()
    expect(now.map((row) => row[NAME])).toEqual(before.map((row, at) => (at < 120 ? EDIT.value : row[NAME])))
  })
})

describe('where another account took over the session, and the server did a write for that one', () => {
  beforeEach(() => {
    connections.renew(connectionId(DEMO_CONNECTION), { scheme: 'session' })
    setTransport(DEMO_CONNECTION.server, async (request) => {
      const { method } = request
      const asked = new Request(request)
      asked.headers.set('Authorization', `Token ${DEMO_CONNECTION.auth.token}`)
      const answer = await world.transport(asked)
      const headers = new Headers(answer.headers)
      headers.set('X-KoBoNaut', method === 'GET' ? DEMO_CONNECTION.username : 'amina')
      return new Response(answer.body, { status: answer.status, headers })
    })
  })

  const written = WRITINGS.filter(({ isReading = false }) => !isReading)
  it.each(written.map((writing) => [titleOf(writing), writing] as const))(
    '%s is sent once, and says whose it was',
    async (_, { prepare }) => {
      const press = (await settled(prepare(client, world))).value as () => Promise<unknown>
      world.takeSent()
      expect((await settled(press())).error).toMatchObject({ kind: 'other-account', message: 'amina' })
      expect(world.takeSent().filter(({ method }) => method !== 'GET')).toHaveLength(1)
    },
  )

  it('what is done to many stops after that batch, and looks at it before it goes on', async () => {
    const ids = idsOf((await all()).slice(0, 120))
    const first = await run(newJob(EDIT, ids))
    expect(first).toMatchObject({ phase: 'stopped', fault: { kind: 'other-account' } })
    const { uncertain = 0, unchanged = 0, waiting } = counted(first)
    expect([uncertain + unchanged, waiting]).toEqual([50, 70])
    setTransport(DEMO_CONNECTION.server, world.transport)
    connections.renew(connectionId(DEMO_CONNECTION), DEMO_CONNECTION.auth)
    world.takeSent()
    const second = await run(first)
    expect(second.phase).toBe('ended')
    expect(world.takeSent().filter(({ method }) => method !== 'GET')).toHaveLength(2)
  })
})
