import { useMemo } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import { toDataQuery } from '#/api/submissions/filter/filter-query.ts'
import { submissionQueries } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { inTrueOrder, sortAs } from './sorting.ts'
import { useFirstFields } from './use-first-fields.ts'
import { usePinnedPage } from './use-pinned-page.ts'
import { pageCount, type SubmissionsViewState } from './view-state.ts'

const NO_ROWS: Submission[] = []

export type FoundRows = ReturnType<typeof useSubmissionRows>

/** The rows that a view asks for. */
export function useSubmissionRows({ uid, content }: Asset, view: SubmissionsViewState) {
  const { page, size, filter, sort } = view
  const wanted = useMemo(() => toDataQuery(filter, content), [filter, content])
  const fields = useFirstFields(content, view, JSON.stringify([uid, page, size, wanted, sort]))
  const request = { page, pageSize: size, query: wanted, sort, fields }
  const query = usePinnedPage(uid, request)
  const { data, isPlaceholderData, upTo, turn } = query
  const as = useMemo(() => (sort ? sortAs(content, sort.field) : 'text'), [content, sort])
  // The server compares texts; all that match are here only where they fit on one page.
  const isAllHere = data !== undefined && data.count <= data.results.length
  const rows = useMemo(
    () =>
      data && sort && as !== 'text' && isAllHere ? inTrueOrder(data.results, sort, as) : (data?.results ?? NO_ROWS),
    [data, sort, as, isAllHere],
  )
  const pageAt = (at: number) => submissionQueries.page(uid, { ...request, page: at, upTo })
  return {
    ...query,
    rows,
    pageAt,
    /** What is most likely asked for next. */
    ahead:
      data && !isPlaceholderData && upTo !== null && isLight(data.results) && page < pageCount(data.count, size)
        ? pageAt(page + 1)
        : null,
    /** What of a submission was asked for; all without it. */
    fields,
    wanted,
    /** Newest first: no other submission that matches is between the first and the last. */
    isInOrder: sort === null,
    count: data?.count ?? null,
    isFiltered: wanted !== undefined,
    isSortedAsText: as === 'number' && data !== undefined && !isAllHere,
    /** Names what is shown: something else starts at its top. `null` while the rows are still the former ones. */
    shown: isPlaceholderData ? null : JSON.stringify([page, size, wanted, sort, turn]),
  }
}

/** Answers of a page that are read ahead; more would take the browser too long to be done unnoticed. */
const MOST_AHEAD = 200_000
const isLight = (rows: readonly Submission[]) => rows.length * Object.keys(rows[0] ?? {}).length <= MOST_AHEAD
