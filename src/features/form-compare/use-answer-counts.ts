import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { answersAt } from '#/dataset/model/answers-at.ts'
import type { Difference } from '#/lib/xlsform/compare/difference.ts'
import { countTargets, isMeant } from './effect.ts'

export type AnswerCounts =
  | { stage: 'idle' | 'empty' }
  | { stage: 'counting'; done: number }
  | { stage: 'failed'; error: ApiError }
  | { stage: 'done'; of: (differences: readonly Difference[]) => number }

/** One list says of up to 1,000 submissions which of the questions they answer; each list is a line of the history [2001]. */
export const SUBMISSIONS_PER_LIST = 1000

/**
 * Counts, when asked, in how many submissions the differences concern an answer. A repeat group comes whole under its own
 * name [2165], so its questions are requested by the names of all groups around them.
 */
export function useAnswerCounts(assetUid: string | null, differences: readonly Difference[]) {
  const client = useQueryClient()
  const [counts, setCounts] = useState<AnswerCounts>({ stage: 'idle' })
  const targets = differences.flatMap(countTargets)

  const count = async () => {
    if (assetUid === null) return
    setCounts({ stage: 'counting', done: 0 })
    const rowsOf = new Map<Difference, number>()
    const relevant = differences.map((difference) => [difference, countTargets(difference)] as const)
    let done = 0
    try {
      const fields = [...new Set(targets.flatMap(({ path }) => prefixesOf(path)))]
      for await (const { results } of walkSubmissions(client, assetUid, { fields })) {
        for (const row of results) {
          for (const [difference, places] of relevant) {
            const isConcerned = places.some((target) =>
              answersAt(row, target.path).some(({ text }) => isMeant(text, target)),
            )
            if (isConcerned) rowsOf.set(difference, (rowsOf.get(difference) ?? 0) + 1)
          }
        }
        done += results.length
        setCounts({ stage: 'counting', done })
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setCounts({ stage: 'failed', error })
      return
    }
    setCounts({
      stage: 'done',
      of: (some) => some.reduce((sum, difference) => sum + (rowsOf.get(difference) ?? 0), 0),
    })
  }
  return { counts: targets.length > 0 && assetUid !== null ? counts : ({ stage: 'empty' } as const), count }
}

const prefixesOf = (path: string): string[] =>
  path.split('/').map((_step, index, steps) => steps.slice(0, index + 1).join('/'))
