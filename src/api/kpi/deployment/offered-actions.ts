import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { isWebAddress } from '#/lib/is-web-address.ts'
import type { DeploymentAction } from './mutations.ts'

interface OfferedActions {
  /** The most likely next action. */
  primary?: DeploymentAction
  more: DeploymentAction[]
}

/** The deployment actions that the current user can do in the project's current status. */
export function offeredActions(asset: Asset): OfferedActions {
  if (!assetCan.deploy(asset)) return { more: [] }
  switch (asset.deployment_status) {
    case 'draft':
      return { primary: 'deploy', more: [] }
    case 'deployed':
      return unpublishedChanges(asset) === 'none'
        ? { more: ['redeploy', 'archive'] } // a redeploy also distributes changed media files
        : { primary: 'redeploy', more: ['archive'] }
    case 'archived':
      return { primary: 'unarchive', more: [] }
    case null: // a library item
      return { more: [] }
  }
}

/** URL of the web form; `undefined` if the project accepts no submissions, or Enketo is down [0560]. */
export function webFormUrl({ deployment_status: status, deployment__links: links }: Asset): string | undefined {
  const url = links.offline_url ?? links.url
  return status === 'deployed' && url !== undefined && isWebAddress(url) ? url : undefined
}
