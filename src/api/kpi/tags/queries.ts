import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { Tag } from './schema.ts'

export const tagQueries = {
  /** The names of the tags that the account has used, up to 1,000, for suggestions [0146, 2501]. */
  names: () =>
    queryOptions({
      queryKey: ['tags'],
      queryFn: async ({ client, signal }) => {
        const page = await kpiOf(client).get('api/v2/tags/', Page(Tag), { query: { limit: 1000 }, signal })
        return page.results.map(({ name }) => name)
      },
      meta: { showsError: true }, // only suggestions
    }),
}
