import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { Page } from '#/api/pagination.ts'
import { OwnershipInvite } from './schema.ts'

/** Invites in one request, which are all that anybody has. */
const MAX_INVITES = 100

export const ownershipQueries = {
  all: () => ['ownership'] as const,
  /** The invites that the current user got or sent [2320]. */
  invites: (mode: 'recipient' | 'sender') =>
    queryOptions({
      queryKey: [...ownershipQueries.all(), mode],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get('api/v2/project-ownership/invites/', Page(OwnershipInvite), {
          query: { mode, limit: MAX_INVITES },
          signal,
        }),
    }),
}
