import { hashKey, useIsFetching, useQuery } from '@tanstack/react-query'
import type { RowPage, SourceQuery } from '#/dataset/sources/source.ts'
import { savesData } from '#/lib/saves-data.ts'

interface PrefetchProps {
  /** What is most likely needed next. */
  page: SourceQuery<RowPage>
}

/** Loads a page before it is needed, while no other request is pending; cancelled with the view. Draws nothing. */
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
