import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '#/api/errors.ts'
import { client, inAWorld, world } from './in-a-world.ts'
import { chaosOn, type Scenario, SCENARIOS } from './scenarios.ts'
import { SIGN_INS } from './sign-ins.ts'
import { idle, type Sent, setOnline, settled } from './world.ts'
import { titleOf, WRITINGS } from './writings.ts'

inAWorld()

/** Milliseconds in which what is sent by itself would have been sent. */
const A_WHILE = 30_000

const kindOf = (error: unknown) => (error instanceof ApiError ? error.kind : error === undefined ? null : error)
const wasCarriedOut = ({ carriedOut = 0 }: Sent) => carriedOut >= 200 && carriedOut < 300
const emptied = () => client.getQueryCache().findAll({ predicate: ({ state }) => state.data === undefined })

describe.each([...WRITINGS, ...SIGN_INS].map((writing) => [titleOf(writing), writing] as const))('%s', (_, writing) => {
  const { prepare, isDone = async () => true, again = null, isReading, requests = 1, differs = {} } = writing
  const isOfIt = ({ method, path, isProbe }: Sent) =>
    !isProbe && (isReading ? !path.startsWith('/accounts/') : method !== 'GET')
  const takeIts = () => world.takeSent().filter(isOfIt)

  it.each(
    SCENARIOS.map((scenario): Scenario => ({
      ...scenario,
      ...(writing.isBodiless && scenario.spoilsBody && { kind: null }),
      ...differs[scenario.chaos],
    })),
  )('under $chaos', async ({ chaos, kind, carriedOut, isTakenAsDone }) => {
    const { value, error } = await settled(prepare(client, world))
    expect(error).toBeUndefined()
    const press = value as () => Promise<unknown>
    world.takeSent()

    world.chaos.set(isReading ? chaos : chaosOn('write', chaos))
    setOnline(!chaos.startsWith('offline'))
    const first = await settled(press())
    const sent = takeIts()
    await vi.advanceTimersByTimeAsync(A_WHILE)
    await idle()
    const wanted = kind ? 1 : requests
    expect({
      kind: kindOf(first.error),
      sent: sent.length,
      carriedOut: sent.filter(wasCarriedOut).length,
      repeatedByItself: takeIts().length,
      goneFromTheCache: emptied().length,
    }).toEqual({ kind, sent: wanted, carriedOut: carriedOut ? wanted : 0, repeatedByItself: 0, goneFromTheCache: 0 })
    if (isTakenAsDone) return

    // The fault ends: one press more where it failed, and it is as the person wanted.
    world.chaos.set('')
    setOnline(true)
    const second = kind ? await settled(press()) : {}
    const all = sent.concat(takeIts())
    const isRepeated = kind !== null && carriedOut && writing.isRepeatable === true
    expect({
      kind: kindOf(second.error),
      isDone: await settled(isDone(client)),
      carriedOut: isReading ? 1 : all.filter(wasCarriedOut).length,
    }).toEqual({ kind: carriedOut && kind ? again : null, isDone: { value: true }, carriedOut: isRepeated ? 2 : 1 })
  })
})
