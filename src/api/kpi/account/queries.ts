import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Account } from './schema.ts'

export const accountQueries = {
  /** The account that is signed in, with its profile [0110]. */
  own: () =>
    queryOptions({
      queryKey: ['account'],
      queryFn: ({ client, signal }) => kpiOf(client).get('me/', Account, { signal }),
      meta: { showsError: true },
    }),
}
