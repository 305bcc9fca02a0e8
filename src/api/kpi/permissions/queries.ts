import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { PermissionAssignments } from './schema.ts'

export const permissionQueries = {
  /** The assignments of a project. Users who may not manage it get only the owner's and their own [0675]. */
  list: (assetUid: string) =>
    queryOptions({
      queryKey: ['permissions', assetUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/permission-assignments/`, PermissionAssignments, { signal }),
    }),
}
