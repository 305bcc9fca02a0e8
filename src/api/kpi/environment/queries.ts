import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { CollectServer, ProfileForm, ProjectChoices } from './schema.ts'

export const environmentQueries = {
  /** The server for KoboCollect [0120]. It hardly ever changes. */
  collectServer: () =>
    queryOptions({
      queryKey: ['environment'],
      queryFn: ({ client, signal }) => kpiOf(client).get('api/v2/environment/', CollectServer, { signal }),
      staleTime: Infinity,
      meta: { showsError: true },
    }),
  /** The sectors and countries that a project can have [0120]. */
  projectChoices: () =>
    queryOptions({
      queryKey: ['environment', 'project-choices'],
      queryFn: ({ client, signal }) => kpiOf(client).get('api/v2/environment/', ProjectChoices, { signal }),
      staleTime: Infinity,
      meta: { showsError: true },
    }),
  /** The fields of a profile, and their choices [0120]. */
  profileForm: () =>
    queryOptions({
      queryKey: ['environment', 'profile-form'],
      queryFn: ({ client, signal }) => kpiOf(client).get('api/v2/environment/', ProfileForm, { signal }),
      staleTime: Infinity,
      meta: { showsError: true },
    }),
}
