import type { Asset, AssetListItem } from './schema.ts'

/**
 * What a redeploy would publish. A rename makes a new version with the same content hash [0540]: data collectors see the
 * old name until a redeploy, but the same questions.
 */
export type UnpublishedChanges = 'none' | 'name' | 'questions'

type HasVersions = Pick<Asset, 'version_id' | 'deployed_version_id' | 'version__content_hash' | 'deployed_versions'>

/** Compares the newest version with the deployed one. */
export function unpublishedChanges(asset: HasVersions): UnpublishedChanges {
  if (!hasNewerVersion(asset)) return 'none'
  const deployed = asset.deployed_versions.results.find(({ uid }) => uid === asset.deployed_version_id)
  return deployed?.content_hash === asset.version__content_hash ? 'name' : 'questions'
}

/** Whether there is a version newer than the deployed one. List items have no hashes to compare [0302]. */
export const hasNewerVersion = (asset: Pick<AssetListItem, 'version_id' | 'deployed_version_id'>) =>
  asset.deployed_version_id !== null && asset.version_id !== asset.deployed_version_id
