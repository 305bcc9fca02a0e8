import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { likelyCauseOf } from '#/api/likely-cause.ts'
import { Deployment } from './schema.ts'

/** A change of the deployment. `versionId` is the version that the user saw. */
export type DeploymentChange =
  | { action: 'deploy' | 'redeploy'; versionId: string }
  /** `active` alone starts and stops collection; it does not publish changes [0512, 0519, 0521]. */
  | { action: 'archive' | 'unarchive' }
export type DeploymentAction = DeploymentChange['action']

/** A form of 1,269 rows takes 2–3 s [0537]; slower servers more. */
const TIMEOUT = 180_000

/**
 * Deploys, redeploys, archives or unarchives a project. Also fetches the project after an error: the change may have been
 * made although the response was lost.
 * @throws ApiError `conflict` if the form or its status is not what the user saw any more
 */
export const changeDeployment = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['deployment', assetUid],
    mutationFn: async (change: DeploymentChange, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/deployment/`
      if (!('versionId' in change))
        return kpi.patch(path, Deployment, { body: { active: change.action === 'unarchive' }, timeout: TIMEOUT })

      await requireUnchanged(client, assetUid, change)
      // The first deployment is a POST, later ones are PATCHes [0506, 0508].
      if (change.action === 'deploy') return kpi.post(path, Deployment, { body: { active: true }, timeout: TIMEOUT })
      const body = { active: true, version_id: change.versionId }
      return kpi.patch(path, Deployment, { body, timeout: TIMEOUT }).catch(async (error: unknown) => {
        // Somebody may have changed the form between our query and the write.
        if (likelyCauseOf('PATCH', path, error) === 'newer-version') await requireUnchanged(client, assetUid, change)
        throw error
      })
    },
    onSuccess: ({ asset }, _change, _result, { client }) => {
      client.setQueryData(assetQueries.detail(assetUid).queryKey, asset)
      return client.invalidateQueries({ queryKey: assetQueries.lists() })
    },
    onError: (_error, _change, _result, { client }) => {
      void client.invalidateQueries({ queryKey: assetQueries.detail(assetUid).queryKey })
    },
  })

/**
 * Checks that the user saw the version that would be published. KPI answers 500 if a version is not the newest any more
 * [0513], and a first deployment publishes the newest without a check.
 */
async function requireUnchanged(
  client: QueryClient,
  assetUid: string,
  { action, versionId }: Extract<DeploymentChange, { versionId: string }>,
) {
  const now = await kpiOf(client).get(`api/v2/assets/${assetUid}/`, Asset)
  const expected = action === 'deploy' ? 'draft' : 'deployed'
  if (now.version_id === versionId && now.deployment_status === expected) return
  client.setQueryData(assetQueries.detail(assetUid).queryKey, now)
  throw new ApiError('conflict', '')
}
