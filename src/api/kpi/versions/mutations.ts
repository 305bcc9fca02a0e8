import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'

interface BringBack {
  versionUid: string
  /** The hash of its questions. */
  contentHash: string
  /** The newest version that the user saw. */
  seenVersion: string | null
}

/**
 * Makes a new version with the questions of an earlier one; it is not deployed [0534]. The name stays: it is sent along,
 * because a copy takes that of its source.
 * @throws ApiError `conflict` if somebody else saved a version meanwhile; nothing is written then
 */
export const bringBackVersion = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'bring-back', assetUid],
    scope: { id: `asset/${assetUid}` }, // concurrent PATCHes of an asset overwrite each other (NOTES, Never do)
    mutationFn: async ({ versionUid, contentHash, seenVersion }: BringBack, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/`
      const now = await kpi.get(path, Asset)
      if (now.version__content_hash === contentHash) return now // done: an earlier request succeeded
      if (now.version_id !== seenVersion) {
        client.setQueryData(assetQueries.detail(assetUid).queryKey, now)
        throw new ApiError('conflict', '')
      }
      const body = { clone_from: assetUid, clone_from_version_id: versionUid, name: now.name }
      return kpi.patch(path, Asset, { body })
    },
    onSuccess: (asset, _change, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
    // The change may have been made although the response was lost.
    onError: (_error, _change, _result, { client }) => {
      void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
    },
  })
