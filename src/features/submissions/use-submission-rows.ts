import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import { toDataQuery } from '#/api/submissions/filter/filter-query.ts'
import { submissionQueries } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { inTrueOrder, sortAs } from './sorting.ts'
import type { SubmissionsViewState } from './view-state.ts'

const NO_ROWS: Submission[] = []

export type FoundRows = ReturnType<typeof useSubmissionRows>

/** The rows that a view asks for. */
export function useSubmissionRows({ uid, content }: Asset, { page, size, filter, sort }: SubmissionsViewState) {
  const wanted = useMemo(() => toDataQuery(filter, content), [filter, content])
  const query = useQuery(submissionQueries.page(uid, { page, pageSize: size, query: wanted, sort }))
  const { data, isPlaceholderData } = query
  const as = useMemo(() => (sort ? sortAs(content, sort.field) : 'text'), [content, sort])
  // The server compares texts; all that match are here only where they fit on one page.
  const isAllHere = data !== undefined && data.count <= data.results.length
  const rows = useMemo(
    () =>
      data && sort && as !== 'text' && isAllHere ? inTrueOrder(data.results, sort, as) : (data?.results ?? NO_ROWS),
    [data, sort, as, isAllHere],
  )
  return {
    ...query,
    rows,
    count: data?.count ?? null,
    isFiltered: wanted !== undefined,
    isSortedAsText: as === 'number' && data !== undefined && !isAllHere,
    /** Names what is shown: something else starts at its top. `null` while the rows are still the former ones. */
    shown: isPlaceholderData ? null : JSON.stringify([page, size, wanted, sort]),
  }
}
