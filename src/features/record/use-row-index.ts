import { skipToken, useQuery } from '@tanstack/react-query'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { allOf, submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { type SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { rowsBefore } from '#/api/kpi/submissions/rows-before.ts'

interface RowIndexOptions {
  /** `null`: no request. */
  id: number | null
  query: MongoQuery | undefined
  sort: SubmissionSort | null
}

/**
 * The index of a submission among all that match a query, in the server's order, from 0: for one that is not among the
 * loaded rows. `null` while it loads, and if the submission does not match.
 */
export function useRowIndex(assetUid: string, { id, query, sort }: RowIndexOptions): number | null {
  const isEnabled = id !== null
  const one = useQuery({ ...submissionQueries.one(assetUid, id ?? 0), enabled: isEnabled && sort !== null })
  const row = sort === null ? { _id: id ?? 0, _uuid: '' } : one.data
  const before = isEnabled && row ? rowsBefore(row, sort) : null
  const matchQuery = submissionQueries.count(assetUid, allOf(query, { _id: id ?? 0 }))
  const { data: matchCount } = useQuery({ ...matchQuery, enabled: before !== null })
  const indexQuery = submissionQueries.count(assetUid, allOf(query, before ?? undefined))
  const { data: index } = useQuery(before ? indexQuery : { ...indexQuery, queryFn: skipToken })
  return before !== null && matchCount === 1 && index !== undefined ? index : null
}
