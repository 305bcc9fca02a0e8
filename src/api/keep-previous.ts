import type { QueryKey } from '@tanstack/react-query'

/**
 * For `placeholderData`: keeps what the former query gave until the answer is there, but only where that query's key
 * begins in the same way. So nothing of another project is shown as this one's.
 */
export const keepPreviousOf =
  (beginning: QueryKey) =>
  <Data>(previous: Data | undefined, query?: { queryKey: QueryKey }): Data | undefined =>
    query && beginning.every((part, at) => query.queryKey[at] === part) ? previous : undefined
