import type { Figure } from './figures.ts'

/** Of what grows, how much more the one may cost than the other. */
const PAIRS: [one: string, other: string, limit: number][] = [
  ['1,269 questions, 1,000 rows', '1,269 questions, 100 rows', 1.5],
  ['1,269 questions, all shown, 1,000 rows', '1,269 questions, all shown, 100 rows', 1.5],
  ['1,000,000 submissions', '1,000 submissions', 1.2],
]

/** Times are compared, and what is held; the unit of neither matters. */
export const compared = (figures: readonly Figure[]): Figure[] =>
  PAIRS.flatMap(([one, other, limit]) =>
    figures.flatMap(({ name, value }): Figure[] => {
      if (!name.startsWith(`${one}: `)) return []
      const what = name.slice(one.length + 2)
      const base = figures.find((figure) => figure.name === `${other}: ${what}`)
      return base && base.value > 0
        ? [
            {
              name: `${one} to ${other}: ${what}`,
              value: value / base.value,
              unit: 'times',
              limit: isFelt(what) ? limit : null,
            },
          ]
        : []
    }),
  )

/** How large an answer is, and the time of a page that is longer, are no promise. */
const isFelt = (what: string) => what.startsWith('visible')
