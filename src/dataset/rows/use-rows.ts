import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { type PageRequest, submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { refreshCounts } from '#/api/kpi/submissions/refresh-counts.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Unreadable } from '#/api/pagination.ts'
import { calculatedSortAs, sortRows } from '#/dataset/model/sort.ts'
import { pageCount, pageOf, type SubmissionsViewState } from '#/dataset/query/query.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { runOf } from './merge-chunks.ts'
import { type ListedAt, useClientSort } from './use-client-sort.ts'
import { useInitialFields } from './use-initial-fields.ts'
import { useRowChunks } from './use-row-chunks.ts'
import { useSnapshotPage } from './use-snapshot-page.ts'
import { useSortType } from './use-sort-type.ts'

const NO_ROWS: Submission[] = []
const NONE_ODD: Unreadable[] = []

export type LoadedRowsState = ReturnType<typeof useRows>

/** The rows that a view asks for: those of a page, or those around what is in sight of all. */
export function useRows(asset: Asset, view: SubmissionsViewState) {
  const client = useQueryClient()
  const { uid, content } = asset
  const { filter, sort, scrolls, submission } = view
  const wanted = useMemo(() => toDataQuery(filter, content), [filter, content])
  const { page, pageSize } = pageOf(view)
  const fields = useInitialFields(content, view, JSON.stringify([uid, page, pageSize, wanted, sort]))
  const as = useSortType(asset, sort)
  const trueOrder = useClientSort(uid, { query: wanted, sort, as })
  const { listedAt, cancel: giveUpOrder } = trueOrder
  const listed = listedAt(page, pageSize)
  const query = useSnapshotPage(uid, { page, pageSize, query: wanted, sort, fields, listed })
  const { data, dataUpdatedAt: at, isPlaceholderData, upTo, turn } = query
  const pageAt = usePageAt(uid, { pageSize, query: wanted, sort, upTo, fields }, listedAt)

  const isHere = data !== undefined && !isPlaceholderData
  const first = useMemo(() => (scrolls && isHere ? { data, at } : null), [scrolls, isHere, data, at])
  const name = JSON.stringify([uid, wanted, sort, turn, listed !== null])
  const blocks = useRowChunks({ assetUid: uid, first, name, pageAt, openId: submission })
  const count = blocks.count ?? data?.count ?? null
  const read = first ? blocks.rows : (data?.results ?? NO_ROWS)

  // An order that names some that were deleted meanwhile is not the order of those that are there.
  const isOutdated = listed !== null && isHere && data.results.length + data.unreadable.length < listed.ids.length
  useEffect(() => {
    if (isOutdated) giveUpOrder()
  }, [isOutdated, giveUpOrder])

  // The server compares texts; all that match are here only where they fit on one page.
  const isAllHere = count !== null && count <= read.length
  const rows = useMemo(
    () => (sort && as !== 'text' && isAllHere ? sortRows(read, sort, as) : read),
    [read, sort, as, isAllHere],
  )
  const sortedAs = useMemo(() => {
    if (as !== 'calculated') return as
    return sort && trueOrder.state.stage === 'none' ? calculatedSortAs(read, sort.field) : 'number'
  }, [as, sort, trueOrder.state.stage, read])
  const lots = useMemo(() => (first && !isAllHere ? blocks.lots : [rows]), [first, isAllHere, blocks.lots, rows])
  const next = first ? blocks.ahead : page < pageCount(count ?? 0, pageSize) ? pageAt(page + 1) : null
  return {
    ...query,
    /** Those that are loaded, in their order. */
    rows,
    /** Where they stand among all, as one scrolls; `null` where they are a page. */
    places: useMemo(
      () => blocks.places ?? (scrolls && data ? { count: data.count, runs: [runOf(0, data)] } : null),
      [blocks.places, scrolls, data],
    ),
    unreadable: first ? blocks.unreadable : (data?.unreadable ?? NONE_ODD),
    lookAt: blocks.lookAt,
    hold: blocks.hold,
    pageAt,
    pageSize,
    /** What is most likely asked for next. */
    ahead: isHere && upTo !== null && isLight(read, pageSize) ? next : null,
    /** What of a submission was asked for; all without it. */
    fields,
    wanted,
    /** Newest first: no other submission that matches is between the first and the last of a lot. */
    isInOrder: sort === null,
    /** The rows as they were asked for, lot by lot. */
    lots,
    /** Tells this result from others. */
    name,
    scrolls,
    count,
    isFiltered: wanted !== undefined,
    /** How what is sorted compares truly, where the server compares texts. */
    sortedAs: data !== undefined && !isAllHere ? sortedAs : 'text',
    trueOrder,
    /** Those that came meanwhile have no place in an order that was made before. */
    letIn: (id: number) => {
      giveUpOrder()
      query.letIn(id)
      refreshCounts(client, uid)
    },
    /** Names what is shown: something else starts at its top. `null` while the rows are still the former ones. */
    shown: isPlaceholderData ? null : JSON.stringify([page, scrolls ? 'all' : pageSize, name]),
  }
}

type Result = Omit<PageRequest, 'page' | 'listed'>

/** The pages of one result; the same function as long as it is that. */
const usePageAt = (uid: string, { pageSize, query, sort, upTo, fields }: Required<Result>, listedAt: ListedAt) =>
  useCallback(
    (page: number) => {
      const listed = listedAt(page, pageSize)
      return submissionQueries.page(uid, { page, pageSize, query, sort, upTo, fields, listed })
    },
    [uid, pageSize, query, sort, upTo, fields, listedAt],
  )

/** Answers of a page that are read ahead; more would take the browser too long to be done unnoticed. */
const MOST_AHEAD = 200_000
const isLight = ([row]: readonly Submission[], pageSize: number) =>
  pageSize * Object.keys(row ?? {}).length <= MOST_AHEAD
