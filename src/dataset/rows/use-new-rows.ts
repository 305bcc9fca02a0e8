import { useQuery } from '@tanstack/react-query'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { type Newest, sinceId, submissionQueries } from '#/api/kpi/submissions/queries.ts'

/** Milliseconds. Also asked when one comes back to the tab, and when another tab of ours changed something. */
const EVERY = 60_000
const NONE: Newest = { count: 0, id: null }

/** What was sent since the rows were looked at: how many, and the newest of them. Nothing of it is shown by itself. */
export function useNewRows(assetUid: string, wanted: MongoQuery | undefined, upTo: number | null): Newest {
  const { data } = useQuery({
    ...submissionQueries.newest(assetUid, upTo === null ? wanted : sinceId(wanted, upTo)),
    enabled: upTo !== null,
    // Nothing was newer a moment ago.
    initialData: NONE,
    staleTime: EVERY / 2,
    refetchInterval: EVERY,
    refetchOnWindowFocus: 'always',
    retry: false,
    meta: { showsError: true }, // nobody waits for it
  })
  return upTo === null ? NONE : data
}
