import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { pageCount, type DatasetQuery } from '#/dataset/query/query.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { useRowIndex } from './use-row-index.ts'

/** An adjacent submission, and the page of the view that it is on. */
export interface AdjacentSubmission {
  id: number
  page: number
  /** The `_id`s of that page, in its order. */
  ids: readonly number[]
}

interface AdjacentOptions {
  asset: Asset
  id: number
  view: DatasetQuery
  /** The `_id`s of the rows of the table when the page was opened from there, else `null`. */
  ids: readonly number[] | null
  onNavigate: (to: AdjacentSubmission) => void
}

export interface AdjacentSubmissions {
  previous: (() => void) | undefined
  next: (() => void) | undefined
  /** The position among all submissions of the view, from 1; `null` while it is not pageIds. */
  position: number | null
  count: number | null
  /** Whether the next page could not be loaded. */
  isError: boolean
}

/** The submissions before and after one, by the filter and sort of the table, also on the adjacent pages. */
export function useAdjacentSubmissions({
  asset: { uid, content },
  id,
  view,
  ids,
  onNavigate,
}: AdjacentOptions): AdjacentSubmissions {
  const client = useQueryClient()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const { size, filter, sort } = view
  const query = useMemo(() => toMongoQuery(filter, formOf(content)), [filter, content])
  const pageOf = (number: number) => submissionQueries.ids(uid, { page: number, pageSize: size, query, sort })
  const viewPage = useQuery(pageOf(view.page))
  // A submission that was opened by its address may be on another page.
  const isElsewhere = viewPage.data !== undefined && !viewPage.data.ids.includes(id) && !ids?.includes(id)
  const rowIndex = useRowIndex(uid, { id: isElsewhere ? id : null, query, sort })
  const page = rowIndex === null ? view.page : Math.floor(rowIndex / size) + 1
  const { data } = useQuery(pageOf(page))

  const pageIds = ids?.includes(id) ? ids : (data?.ids ?? [])
  const index = pageIds.indexOf(id)
  const lastPage = data ? pageCount(data.count, size) : 1

  const step = (direction: -1 | 1) => {
    if (index < 0) return undefined
    const adjacentId = pageIds[index + direction]
    if (adjacentId !== undefined) return () => onNavigate({ id: adjacentId, page, ids: pageIds })
    const other = page + direction
    if (other < 1 || other > lastPage) return undefined
    return () => {
      if (state === 'loading') return
      setState('loading')
      client.query({ ...pageOf(other), staleTime: 0 }).then(
        (loaded) => {
          setState('idle')
          // New submissions may have moved rows of this page onto that one: they are not the next.
          const newIds = loaded.ids.filter((otherId) => !pageIds.includes(otherId))
          const to = direction === 1 ? newIds[0] : newIds.at(-1)
          if (to !== undefined) onNavigate({ id: to, page: other, ids: loaded.ids })
        },
        () => setState('failed'),
      )
    }
  }

  return {
    previous: step(-1),
    next: step(1),
    position: index < 0 ? null : (page - 1) * size + index + 1,
    count: data?.count ?? null,
    isError: state === 'failed',
  }
}
