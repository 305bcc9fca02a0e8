import { skipToken, useQuery } from '@tanstack/react-query'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { allOf, submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { type SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { rowsBefore } from '#/api/kpi/submissions/rows-before.ts'

interface PlaceOptions {
  /** `null`: nothing is asked. */
  id: number | null
  query: MongoQuery | undefined
  sort: SubmissionSort | null
}

/**
 * Where a submission stands among all that a query finds, in the server's order, from 0: for one that is not among the
 * rows that were loaded. `null` until it is known, and where the query does not find it.
 */
export function useRowIndex(assetUid: string, { id, query, sort }: PlaceOptions): number | null {
  const isWanted = id !== null
  const one = useQuery({ ...submissionQueries.one(assetUid, id ?? 0), enabled: isWanted && sort !== null })
  const row = sort === null ? { _id: id ?? 0, _uuid: '' } : one.data
  const before = isWanted && row ? rowsBefore(row, sort) : null
  const itself = submissionQueries.count(assetUid, allOf(query, { _id: id ?? 0 }))
  const { data: found } = useQuery({ ...itself, enabled: before !== null })
  const counted = submissionQueries.count(assetUid, allOf(query, before ?? undefined))
  const { data: place } = useQuery(before ? counted : { ...counted, queryFn: skipToken })
  return before !== null && found === 1 && place !== undefined ? place : null
}
