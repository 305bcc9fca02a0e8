import type { QueryKey } from '@tanstack/react-query'

/**
 * For `placeholderData`: keeps the data of the previous query while the next one loads, if its key has the same prefix. So
 * data of another project is never shown.
 */
export const keepPreviousOf =
  (keyPrefix: QueryKey) =>
  <Data>(previous: Data | undefined, query?: { queryKey: QueryKey }): Data | undefined =>
    query && keyPrefix.every((part, index) => query.queryKey[index] === part) ? previous : undefined
