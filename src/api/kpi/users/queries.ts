import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { User } from './schema.ts'

export const userQueries = {
  /** The account with this name, or `null` if there is none [0132]. */
  byName: (username: string) =>
    queryOptions({
      queryKey: ['users', username],
      queryFn: async ({ client, signal }) => {
        try {
          return await kpiOf(client).get(`api/v2/users/${encodeURIComponent(username.toWellFormed())}/`, User, {
            signal,
          })
        } catch (error) {
          if (error instanceof ApiError && error.kind === 'not-found') return null
          throw error
        }
      },
    }),
}
