import type { Result } from './results.ts'

/** Two sizes of the same, and how many times the cost of the second the first may have. */
const PAIRS: [one: string, other: string, limit: number][] = [
  ['1,269 questions, 1,000 rows', '1,269 questions, 100 rows', 1.5],
  ['1,269 questions, all shown, 1,000 rows', '1,269 questions, all shown, 100 rows', 1.5],
  ['1,000,000 submissions', '1,000 submissions', 1.2],
]

/** The results of the first of each pair as multiples of those of the second. */
export const compared = (results: readonly Result[]): Result[] =>
  PAIRS.flatMap(([one, other, limit]) =>
    results.flatMap(({ name, value }): Result[] => {
      if (!name.startsWith(`${one}: `)) return []
      const what = name.slice(one.length + 2)
      const base = results.find((result) => result.name === `${other}: ${what}`)
      return base && base.value > 0
        ? [
            {
              name: `${one} to ${other}: ${what}`,
              value: value / base.value,
              unit: 'times',
              limit: hasLimit(what) ? limit : null,
            },
          ]
        : []
    }),
  )

/** An answer grows with its rows; the time until it is shown should not. */
const hasLimit = (what: string) => what.startsWith('visible')
