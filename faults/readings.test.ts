import { describe, expect, it } from 'vitest'
import { client, inAWorld, world } from './in-a-world.ts'
import { type Look, READINGS } from './readings.ts'
import { type Scenario, SCENARIOS } from './scenarios.ts'
import { setOnline, settled } from './world.ts'

inAWorld('for-all')

describe.each(READINGS)('$factory', ({ look, differs = {} }) => {
  it.each(SCENARIOS.map((scenario): Scenario => ({ ...scenario, ...differs[scenario.chaos] })))(
    'under $chaos',
    async ({ chaos, kind, readKind = kind, readings }) => {
      const observer = (await settled(look(client))).value as Look
      const unsubscribe = observer.subscribe(() => {})
      await settled(client.cancelQueries())
      const readUnder = async (words: string) => {
        world.chaos.set(words)
        setOnline(!words.startsWith('offline'))
        world.takeSent()
        await settled(observer.refetch())
        const sent = world.takeSent().filter(({ path }) => !path.startsWith('/accounts/'))
        const { status, error, data } = observer.getCurrentResult()
        return { seen: { status, kind: error?.kind ?? null, sent: sent.length }, data, sent }
      }
      const failed = { status: readKind ? 'error' : 'success', kind: readKind, sent: readings }
      const well = { status: 'success', kind: null, sent: 1 }

      // Nothing is there yet.
      const first = await readUnder(chaos)
      expect(first.seen).toEqual(failed)
      expect(first.sent.every(({ method }) => method === 'GET')).toBe(true)
      expect(impatience(chaos, first.sent)).toEqual([])

      // The fault ends: one reading, and it is there.
      const { seen, data } = await readUnder('')
      expect(seen).toEqual(well)
      expect(data).toBeDefined()

      // The same where something is shown: it stays, marked as not of now.
      const later = await readUnder(chaos)
      expect(later.seen).toEqual(failed)
      expect({ isThere: later.data !== undefined, isKept: readKind === null || later.data === data }).toEqual({
        isThere: true,
        isKept: true,
      })
      expect((await readUnder('')).seen).toEqual(well)
      unsubscribe()
    },
  )
})

/** Waits between tries that are shorter than the server asks for, or no longer than the one before. */
function impatience(chaos: string, sent: { at: number }[]): number[] {
  const asked = Number(/^429:(\d+)/.exec(chaos)?.[1] ?? 0) * 1000
  const waits = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
  return waits.filter((wait, index) => (asked ? wait < asked : wait <= (waits[index - 1] ?? SHORTEST)))
}

/** Milliseconds. */
const SHORTEST = 300
