import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
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
    scope: { id: `asset/${assetUid}` }, // two PATCHes of one asset at a time overwrite one another (NOTES, Never do)
    mutationFn: async ({ name, from }: Rename, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      if (now.name === name) return now // an earlier try arrived, and its answer was lost
      if (now.name !== from) throw new ApiError('conflict', now.name)
      return kpi.patch(path, Asset, { body: { name } })
    },
    onSuccess: (asset, _rename, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
  })

/**
 * Deletes a project with all its submissions; there is no way back [0417]. `gone`: the server had none any more, as
 * after a try whose answer was lost; or it is no longer shared with this account.
 */
export const deleteAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'delete', assetUid],
    mutationFn: async (_variables: void, { client }): Promise<'deleted' | 'gone'> => {
      try {
        await kpiOf(client).delete(`api/v2/assets/${assetUid}/`)
        return 'deleted'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSuccess: (_data, _variables, _result, { client }) => client.invalidateQueries({ queryKey: assetQueries.lists() }),
  })
