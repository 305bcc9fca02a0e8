import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { assetQueries } from '../assets/queries.ts'
import { Asset } from '../assets/schema.ts'
import { kpi } from '../client.ts'
import { ApiError } from '../errors.ts'
import { Deployment } from './schema.ts'

const pathOf = (assetUid: string) => `api/v2/assets/${assetUid}/deployment/`

/** A form of 1,269 rows takes 2–3 s [0537]; slower servers more. */
const TIMEOUT = 180_000

const showResult = (assetUid: string) => ({
  onSuccess: (
    { asset }: { asset: Asset },
    _variables: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => {
    client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
    return client.invalidateQueries({ queryKey: assetQueries.lists() })
  },
})

/** Makes a draft's form live for the first time: POST, where later ones are PATCH [0506, 0508]. */
export const deployAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['deployment', assetUid, 'deploy'],
    mutationFn: () => kpi.post(pathOf(assetUid), Deployment, { body: { active: true }, timeout: TIMEOUT }),
    ...showResult(assetUid),
  })

/**
 * Publishes the newest version, which must be the one that the person looked at. KPI answers 500 to a version that
 * is no longer the newest [0513], so it is read again first.
 * @throws ApiError `conflict` where somebody saved a newer version meanwhile.
 */
export const redeployAsset = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['deployment', assetUid, 'redeploy'],
    mutationFn: async ({ versionId }: { versionId: string }) => {
      const now = await kpi.get(`api/v2/assets/${assetUid}/`, Asset)
      if (now.version_id !== versionId) throw new ApiError('conflict', '')
      return kpi.patch(pathOf(assetUid), Deployment, {
        body: { active: true, version_id: versionId },
        timeout: TIMEOUT,
      })
    },
    ...showResult(assetUid),
  })

/** Archives (stops collection) or unarchives. `active` alone does not publish changes [0512, 0519, 0521]. */
export const setDeploymentActive = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['deployment', assetUid, 'active'],
    mutationFn: ({ active }: { active: boolean }) => kpi.patch(pathOf(assetUid), Deployment, { body: { active } }),
    ...showResult(assetUid),
  })
