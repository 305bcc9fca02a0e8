import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { upToId } from '#/api/kpi/submissions/queries.ts'
import type { Listed } from '#/api/kpi/submissions/read-listed.ts'
import { type SubmissionSort } from '#/api/kpi/submissions/request.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { type SortAs, type SortKey, sortKeyOf } from '#/dataset/model/sort-keys.ts'
import { answerOf, entriesOf } from '#/dataset/model/values.ts'
import { addTo, type ColumnTally, newColumnTally } from '#/lib/aggregate.ts'
import type { SortedIds } from './client-sort.ts'

/** So many answers are loaded at most, to be sorted here. */
export const MOST_SORTED = 50_000

export type ClientSortState =
  | { stage: 'none' }
  | { stage: 'loading'; done: number; of: number }
  | { stage: 'stopped'; done: number; of: number; error: ApiError }
  | { stage: 'sorted'; ids: number[]; orders: SortedIds; answers: ColumnTally }

/** What stands on a page in the true order; `null` where there is none. */
export type ListedAt = (page: number, size: number) => Listed | null

interface Walked {
  ids: number[]
  keys: SortKey[]
  /** For what can be said of them all. */
  answers: ColumnTally
  below: number | null
  isEnd: boolean
}

const NONE: ClientSortState = { stage: 'none' }

/** What is summed up of a row. */
function summed(row: Submission, field: string, as: SortAs): string[] {
  const answer = as === 'count' ? entriesOf(row, field).length || null : answerOf(row, field)
  return answer === null ? [] : [String(answer)]
}

/** Puts all that match in the order of their numbers, moments or entries, which the server sorts as texts. When asked to. */
export function useClientSort(
  assetUid: string,
  { query, sort, as }: { query: MongoQuery | undefined; sort: SubmissionSort | null; as: SortAs },
) {
  const client = useQueryClient()
  const field = as === 'text' ? null : (sort?.field ?? null)
  const name = JSON.stringify([assetUid, query, field])
  const [kept, setKept] = useState({ name, state: NONE })
  const state = kept.name === name ? kept.state : NONE
  const walked = useRef<Walked | null>(null)
  const stop = useRef<AbortController | null>(null)
  const end = useCallback(() => {
    stop.current?.abort()
    stop.current = null
    walked.current = null
  }, [])
  useEffect(() => end, [name, end])

  /** `upTo`: those that came later are not shown, either. */
  const begin = async (count: number, upTo: number | null) => {
    if (field === null || count > MOST_SORTED) return
    const so = (walked.current ??= { ids: [], keys: [], answers: newColumnTally(), below: null, isEnd: false })
    const tell = (next: ClientSortState) => setKept({ name, state: next })
    const { signal } = (stop.current = new AbortController())
    const far = () => ({ done: so.ids.length, of: count })
    tell({ stage: 'loading', ...far() })
    try {
      const from = { query: upToId(query, upTo), fields: [field], below: so.below, signal }
      for await (const page of so.isEnd ? [] : walkSubmissions(client, assetUid, from)) {
        signal.throwIfAborted()
        for (const row of page.results) {
          so.ids.push(row._id)
          so.keys.push(sortKeyOf(row, field, as))
          addTo(so.answers, summed(row, field, as))
        }
        const odd = page.unreadable.flatMap((id) => Number(id) || [])
        so.ids.push(...odd)
        so.keys.push(...odd.map(() => null))
        so.below = page.below
        so.isEnd = page.below === null
        tell({ stage: 'loading', ...far() })
      }
      const { sortInWorker } = await import('./sort-in-worker.ts')
      const orders = await sortInWorker(so.keys, signal)
      signal.throwIfAborted()
      tell({ stage: 'sorted', ids: so.ids, orders, answers: so.answers })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError)) throw error
      tell({ stage: 'stopped', ...far(), error })
    }
  }

  const { descending = false } = sort ?? {}
  const order = useMemo(() => {
    if (state.stage !== 'sorted') return null
    const { ids, orders } = state
    return orders[descending ? 'down' : 'up'].flatMap((row) => ids[row] ?? [])
  }, [state, descending])
  const listedAt = useCallback<ListedAt>(
    (page, size) => order && { ids: order.slice((page - 1) * size, page * size), count: order.length },
    [order],
  )
  /** Back to the server's order. */
  const cancel = useCallback(() => {
    end()
    setKept({ name, state: NONE })
  }, [name, end])

  return { state, field, begin, cancel, listedAt }
}
