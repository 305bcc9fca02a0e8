import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '../client.ts'
import { ApiError } from '../errors.ts'
import { assetQueries } from './queries.ts'
import { Asset } from './schema.ts'

interface Rename {
  name: string
  /** The name as the person saw it: another one on the server means that a colleague was faster. */
  from: string
}

/** Gives a project another name. It makes a new version; collectors see the name after a redeploy [0540]. */
export const renameAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'rename', assetUid],
    mutationFn: async ({ name, from }: Rename, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      if (now.name !== from) throw new ApiError('conflict', now.name)
      return kpi.patch(path, Asset, { body: { name } })
    },
    onSuccess: (asset, _rename, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
  })

/** Deletes a project with all its submissions; there is no way back [0417]. */
export const deleteAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'delete', assetUid],
    mutationFn: (_variables: void, { client }) => kpiOf(client).delete(`api/v2/assets/${assetUid}/`),
    onSuccess: (_data, _variables, _result, { client }) => client.invalidateQueries({ queryKey: assetQueries.lists() }),
  })
