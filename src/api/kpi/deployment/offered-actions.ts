import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import type { DeploymentAction } from './mutations.ts'

interface OfferedActions {
  /** What most likely comes next. */
  primary?: DeploymentAction
  more: DeploymentAction[]
}

/** What may be done with a project's deployment in its present state, by the person who asks. */
export function offeredActions(asset: Asset): OfferedActions {
  if (!assetCan.deploy(asset)) return { more: [] }
  switch (asset.deployment_status) {
    case 'draft':
      return { primary: 'deploy', more: [] }
    case 'deployed':
      return unpublishedChanges(asset) === 'none'
        ? { more: ['redeploy', 'archive'] } // again as it is: for media files, which reach collectors no other way
        : { primary: 'redeploy', more: ['archive'] }
    case 'archived':
      return { primary: 'unarchive', more: [] }
    case null: // a library item
      return { more: [] }
  }
}

/** Address of the web form; none where the project takes no submissions, or where Enketo is down [0560]. */
export function webFormUrl({ deployment_status: status, deployment__links: links }: Asset): string | undefined {
  const url = links.offline_url ?? links.url
  return status === 'deployed' && url !== undefined && /^https?:\/\//i.test(url) ? url : undefined
}
