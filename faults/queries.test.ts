import { describe, expect, it } from 'vitest'
import { setOnline, settled } from './faulty-server.ts'
import { type ObservedQuery, QUERY_CASES } from './query-cases.ts'
import { type Scenario, SCENARIOS } from './scenarios.ts'
import { client, server, setUpServer } from './set-up-server.ts'

setUpServer('for-all')

describe.each(QUERY_CASES)('$factory', ({ observe, overrides = {} }) => {
  it.each(SCENARIOS.map((scenario): Scenario => ({ ...scenario, ...overrides[scenario.chaos] })))(
    'under $chaos',
    async ({ chaos, kind, queryKind = kind, attempts }) => {
      const observer = (await settled(observe(client))).value as ObservedQuery
      const unsubscribe = observer.subscribe(() => {})
      await settled(client.cancelQueries())
      const refetchWith = async (words: string) => {
        server.chaos.set(words)
        setOnline(!words.startsWith('offline'))
        server.takeRequests()
        await settled(observer.refetch())
        const sent = server.takeRequests().filter(({ path }) => !path.startsWith('/accounts/'))
        const { status, error, data } = observer.getCurrentResult()
        return { seen: { status, kind: error?.kind ?? null, sent: sent.length }, data, sent }
      }
      const expectedResult = { status: queryKind ? 'error' : 'success', kind: queryKind, sent: attempts }
      const success = { status: 'success', kind: null, sent: 1 }

      // Without data.
      const first = await refetchWith(chaos)
      expect(first.seen).toEqual(expectedResult)
      expect(first.sent.every(({ method }) => method === 'GET')).toBe(true)
      expect(shortWaits(chaos, first.sent)).toEqual([])

      // After the fault one request succeeds.
      const { seen, data } = await refetchWith('')
      expect(seen).toEqual(success)
      expect(data).toBeDefined()

      // With data: it stays, marked as stale.
      const afterData = await refetchWith(chaos)
      expect(afterData.seen).toEqual(expectedResult)
      expect({ isThere: afterData.data !== undefined, isKept: queryKind === null || afterData.data === data }).toEqual({
        isThere: true,
        isKept: true,
      })
      expect((await refetchWith('')).seen).toEqual(success)
      unsubscribe()
    },
  )
})

/** Waits between attempts that are shorter than `Retry-After`, or not longer than the one before. */
function shortWaits(chaos: string, sent: { at: number }[]): number[] {
  const retryAfter = Number(/^429:(\d+)/.exec(chaos)?.[1] ?? 0) * 1000
  const waits = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
  return waits.filter((wait, index) => (retryAfter ? wait < retryAfter : wait <= (waits[index - 1] ?? MIN_WAIT)))
}

/** Milliseconds. */
const MIN_WAIT = 300
