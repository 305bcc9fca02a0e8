import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ALL_PROJECTS, toQuery } from '#/api/kpi/assets/project-search.ts'
import { FilterChoices } from './schema.ts'

export const metadataQueries = {
  /** The countries and sectors that occur in the projects of the account [0330]. */
  choices: () =>
    queryOptions({
      queryKey: ['assets', 'metadata'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/assets/metadata/', FilterChoices, { query: { q: toQuery(ALL_PROJECTS) }, signal }),
      staleTime: 300_000,
      meta: { showsError: true },
    }),
}
