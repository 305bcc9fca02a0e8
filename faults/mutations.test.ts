import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '#/api/errors.ts'
import { idle, type SentRequest, setOnline, settled } from './faulty-server.ts'
import { MUTATION_CASES, titleOf } from './mutation-cases.ts'
import { chaosOn, type Scenario, SCENARIOS } from './scenarios.ts'
import { client, server, setUpServer } from './set-up-server.ts'
import { SIGN_IN_CASES } from './sign-in-cases.ts'

setUpServer()

/** Milliseconds in which an automatic retry would have been sent. */
const RETRY_WINDOW = 30_000

const kindOf = (error: unknown) => (error instanceof ApiError ? error.kind : error === undefined ? null : error)
const wasExecuted = ({ serverStatus = 0 }: SentRequest) => serverStatus >= 200 && serverStatus < 300
const emptyQueries = () => client.getQueryCache().findAll({ predicate: ({ state }) => state.data === undefined })

describe.each(
  [...MUTATION_CASES, ...SIGN_IN_CASES].map((mutationCase) => [titleOf(mutationCase), mutationCase] as const),
)('%s', (_, mutationCase) => {
  const {
    prepare,
    isDone = async () => true,
    repeatKind = null,
    isReadOnly,
    requests = 1,
    overrides = {},
  } = mutationCase
  const isOfCase = ({ method, path, isProbe }: SentRequest) =>
    !isProbe && (isReadOnly ? !path.startsWith('/accounts/') : method !== 'GET')
  const takeCaseRequests = () => server.takeRequests().filter(isOfCase)

  it.each(
    SCENARIOS.map((scenario): Scenario => ({
      ...scenario,
      ...(mutationCase.isBodiless && scenario.spoilsBody && { kind: null }),
      ...overrides[scenario.chaos],
    })),
  )('under $chaos', async ({ chaos, kind, isExecuted, countsAsSuccess }) => {
    const { value, error } = await settled(prepare(client, server))
    expect(error).toBeUndefined()
    const run = value as () => Promise<unknown>
    server.takeRequests()

    server.chaos.set(isReadOnly ? chaos : chaosOn('write', chaos))
    setOnline(!chaos.startsWith('offline'))
    const first = await settled(run())
    const requestsSent = takeCaseRequests()
    await vi.advanceTimersByTimeAsync(RETRY_WINDOW)
    await idle()
    const expectedCount = kind ? 1 : requests
    expect({
      kind: kindOf(first.error),
      sent: requestsSent.length,
      executed: requestsSent.filter(wasExecuted).length,
      repeatedByItself: takeCaseRequests().length,
      goneFromTheCache: emptyQueries().length,
    }).toEqual({
      kind,
      sent: expectedCount,
      executed: isExecuted ? expectedCount : 0,
      repeatedByItself: 0,
      goneFromTheCache: 0,
    })
    if (countsAsSuccess) return

    // After the fault the user repeats a failed mutation, and it succeeds.
    server.chaos.set('')
    setOnline(true)
    const second = kind ? await settled(run()) : {}
    const all = requestsSent.concat(takeCaseRequests())
    const isRepeated = kind !== null && isExecuted && mutationCase.isRepeatable === true
    expect({
      kind: kindOf(second.error),
      isDone: await settled(isDone(client)),
      executed: isReadOnly ? 1 : all.filter(wasExecuted).length,
    }).toEqual({ kind: isExecuted && kind ? repeatKind : null, isDone: { value: true }, executed: isRepeated ? 2 : 1 })
  })
})
