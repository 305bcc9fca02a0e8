import type { AssetRecord } from '#/demo/records.ts'
import { contentHash } from './content.ts'
import { versionNumbers } from './versions.ts'

/**
 * `versions/` of an asset, newest first [0361]. `date_deployed` is `false`, not `null`, for a version that was never
 * deployed [0538].
 */
export function serializeVersions(asset: AssetRecord, origin: string) {
  const numbers = versionNumbers(asset)
  return asset.versions.map(({ uid, content, date_deployed: deployed, date_modified: modified }) => ({
    uid,
    url: `${origin}/api/v2/assets/${asset.uid}/versions/${uid}/`,
    content_hash: contentHash(content),
    date_deployed: deployed ?? (false as const),
    date_modified: modified,
    version_number: numbers.get(uid),
  }))
}
