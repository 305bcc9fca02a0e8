import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { pageCount, type SubmissionsViewState } from '#/dataset/query/query.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { useRowIndex } from './use-row-index.ts'

/** Where to go from one submission: another, in its place of the view. */
export interface Neighbour {
  id: number
  page: number
  /** The ids of that page, in the order in which they were shown. */
  ids: readonly number[]
}

interface NeighboursOptions {
  asset: Asset
  id: number
  view: SubmissionsViewState
  /** The rows of the table as they stood when it was opened from there. */
  ids: readonly number[] | null
  onGo: (to: Neighbour) => void
}

export interface Neighbours {
  previous: (() => void) | undefined
  next: (() => void) | undefined
  /** Its place among all that the view finds, from 1; `null` where that is not known. */
  place: number | null
  count: number | null
  /** The neighbour page could not be had. */
  failed: boolean
}

/** The submissions before and after one, along the table's filter and order, over the edges of its pages too. */
export function useAdjacentSubmissions({
  asset: { uid, content },
  id,
  view,
  ids,
  onGo,
}: NeighboursOptions): Neighbours {
  const client = useQueryClient()
  const [state, setState] = useState<'still' | 'going' | 'failed'>('still')
  const { size, filter, sort } = view
  const wanted = useMemo(() => toDataQuery(filter, content), [filter, content])
  const pageOf = (number: number) => submissionQueries.ids(uid, { page: number, pageSize: size, query: wanted, sort })
  const named = useQuery(pageOf(view.page))
  // Opened by its address alone, it may stand on another page.
  const isElsewhere = named.data !== undefined && !named.data.ids.includes(id) && !ids?.includes(id)
  const ownPlace = useRowIndex(uid, { id: isElsewhere ? id : null, query: wanted, sort })
  const page = ownPlace === null ? view.page : Math.floor(ownPlace / size) + 1
  const { data } = useQuery(pageOf(page))

  const known = ids?.includes(id) ? ids : (data?.ids ?? [])
  const index = known.indexOf(id)
  const pages = data ? pageCount(data.count, size) : 1

  const go = (direction: -1 | 1) => {
    if (index < 0) return undefined
    const near = known[index + direction]
    if (near !== undefined) return () => onGo({ id: near, page, ids: known })
    const other = page + direction
    if (other < 1 || other > pages) return undefined
    return () => {
      if (state === 'going') return
      setState('going')
      client.query({ ...pageOf(other), staleTime: 0 }).then(
        (found) => {
          setState('still')
          // What came in meanwhile moved the rows: one that was just shown is not the next.
          const fresh = found.ids.filter((each) => !known.includes(each))
          const to = direction === 1 ? fresh[0] : fresh.at(-1)
          if (to !== undefined) onGo({ id: to, page: other, ids: found.ids })
        },
        () => setState('failed'),
      )
    }
  }

  return {
    previous: go(-1),
    next: go(1),
    place: index < 0 ? null : (page - 1) * size + index + 1,
    count: data?.count ?? null,
    failed: state === 'failed',
  }
}
