import { hashKey, useIsFetching, useQuery } from '@tanstack/react-query'
import type { submissionQueries } from '#/api/kpi/submissions/queries.ts'

interface PrefetchProps {
  /** What is most likely asked for next. */
  page: ReturnType<typeof submissionQueries.page>
}

/** Reads a page before it is asked for, while nothing else is on its way; given up with the view. Draws nothing. */
export function Prefetch({ page }: PrefetchProps) {
  const own = hashKey(page.queryKey)
  const isBusy = useIsFetching({ predicate: ({ queryHash }) => queryHash !== own }) > 0
  useQuery({
    ...page,
    enabled: !isBusy && !savesData(),
    staleTime: Infinity,
    retry: false,
    notifyOnChangeProps: [],
    meta: { showsError: true }, // nobody waits for it
  })
  return null
}

interface WithConnection {
  /** Not in every browser. */
  connection?: { saveData?: boolean }
}

/** Whether the person asked the browser to load no more than needed. */
const savesData = () => (navigator as WithConnection).connection?.saveData === true
