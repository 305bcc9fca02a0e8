import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setRenewal } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { client, inAWorld, world } from './in-a-world.ts'
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
})
