import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { PermissionAssignments } from './schema.ts'

export const permissionQueries = {
  /** Who may do what with a project. Those who may not manage it see the owner's and their own only [0675]. */
  list: (assetUid: string) =>
    queryOptions({
      queryKey: ['permissions', assetUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/permission-assignments/`, PermissionAssignments, { signal }),
    }),
}
