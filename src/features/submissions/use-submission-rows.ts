import { useCallback, useMemo } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import { toDataQuery } from '#/api/submissions/filter/filter-query.ts'
import type { Unreadable } from '#/api/pagination.ts'
import { type SubmissionPage, submissionQueries } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { inTrueOrder, sortAs } from './sorting.ts'
import { useBlocks } from './use-blocks.ts'
import { useFirstFields } from './use-first-fields.ts'
import { usePinnedPage } from './use-pinned-page.ts'
import { pageCount, pageOf, type SubmissionsViewState } from './view-state.ts'

const NO_ROWS: Submission[] = []
const NONE_ODD: Unreadable[] = []

export type FoundRows = ReturnType<typeof useSubmissionRows>

/** The rows that a view asks for: those of a page, or those around what is in sight of all. */
export function useSubmissionRows({ uid, content }: Asset, view: SubmissionsViewState) {
  const { filter, sort, scrolls, submission } = view
  const wanted = useMemo(() => toDataQuery(filter, content), [filter, content])
  const { page, pageSize } = pageOf(view)
  const fields = useFirstFields(content, view, JSON.stringify([uid, page, pageSize, wanted, sort]))
  const query = usePinnedPage(uid, { page, pageSize, query: wanted, sort, fields })
  const { data, dataUpdatedAt: at, isPlaceholderData, upTo, turn } = query
  const pageAt = usePageAt(uid, { pageSize, query: wanted, sort, upTo, fields })

  const isHere = data !== undefined && !isPlaceholderData
  const first = useMemo(() => (scrolls && isHere ? { data, at } : null), [scrolls, isHere, data, at])
  const name = JSON.stringify([wanted, sort, turn])
  const blocks = useBlocks({ assetUid: uid, first, name, pageAt, openId: submission })
  const count = blocks.count ?? data?.count ?? null
  const read = first ? blocks.rows : (data?.results ?? NO_ROWS)

  const as = useMemo(() => (sort ? sortAs(content, sort.field) : 'text'), [content, sort])
  // The server compares texts; all that match are here only where they fit on one page.
  const isAllHere = count !== null && count <= read.length
  const rows = useMemo(
    () => (sort && as !== 'text' && isAllHere ? inTrueOrder(read, sort, as) : read),
    [read, sort, as, isAllHere],
  )
  const lots = useMemo(() => (first && !isAllHere ? blocks.lots : [rows]), [first, isAllHere, blocks.lots, rows])
  const next = first ? blocks.ahead : page < pageCount(count ?? 0, pageSize) ? pageAt(page + 1) : null
  return {
    ...query,
    /** Those that are loaded, in their order. */
    rows,
    /** Where they stand among all, as one scrolls; `null` where they are a page. */
    places: useMemo(
      () =>
        blocks.places ??
        (scrolls && data ? { count: data.count, runs: [{ start: 0, length: data.results.length }] } : null),
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
    isSortedAsText: as === 'number' && data !== undefined && !isAllHere,
    /** Names what is shown: something else starts at its top. `null` while the rows are still the former ones. */
    shown: isPlaceholderData ? null : JSON.stringify([page, scrolls ? 'all' : pageSize, name]),
  }
}

type Result = Omit<SubmissionPage, 'page'>

/** The pages of one result; the same function as long as it is that. */
const usePageAt = (uid: string, { pageSize, query, sort, upTo, fields }: Required<Result>) =>
  useCallback(
    (page: number) => submissionQueries.page(uid, { page, pageSize, query, sort, upTo, fields }),
    [uid, pageSize, query, sort, upTo, fields],
  )

/** Answers of a page that are read ahead; more would take the browser too long to be done unnoticed. */
const MOST_AHEAD = 200_000
const isLight = ([row]: readonly Submission[], pageSize: number) =>
  pageSize * Object.keys(row ?? {}).length <= MOST_AHEAD
