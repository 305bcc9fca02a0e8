import type { AssetRecord, ContentSource, Published } from '#/demo/records.ts'
import { contentHash, newestVersion } from './content.ts'

/**
 * Version numbers by uid. Each deployed version gets the next whole number; versions saved in between are counted
 * behind a dot: "2", then "2.1", and in a draft "0.7" [0530, 0538, 0539].
 */
export function versionNumbers({ versions }: Pick<AssetRecord, 'versions'>): Map<string, string> {
  let deployed = 0
  let saved = 0
  return new Map(
    versions.toReversed().map(({ uid, date_deployed: date }) => {
      if (date === null) return [uid, `${deployed}.${++saved}`]
      saved = 0
      return [uid, `${++deployed}`]
    }),
  )
}

interface NewVersion {
  uid: string
  /** The content; missing if only the name changed. */
  content?: ContentSource
  at: string
}

/**
 * Adds a version. The same questions again create no version [0377]; a new name does, with the same questions [0370,
 * 0540]. Settings and tags are not part of a version [0541, 0542].
 */
export function saveVersion(asset: AssetRecord, { uid, content, at }: NewVersion): AssetRecord {
  const newest = newestVersion(asset)
  if (content && contentHash(content) === contentHash(newest.content)) return asset
  const version = { uid, content: content ?? newest.content, date_modified: at, date_deployed: null }
  return { ...asset, versions: [version, ...asset.versions] }
}

/** Deploys the newest version. Deploying it again changes the date of the project, not of the version [0516]. */
export function deployNewest(asset: AssetRecord, at: string): AssetRecord {
  const newest = newestVersion(asset)
  const deployedVersion =
    newest.uid === asset.deployed_version_id ? newest : { ...newest, date_modified: at, date_deployed: at }
  return {
    ...asset,
    versions: [deployedVersion, ...asset.versions.slice(1)],
    deployed_version_id: newest.uid,
    date_deployed: at,
    date_modified: at,
    active: true,
    published: publishedOf(asset),
  }
}

/** What devices get once an asset is deployed as it is now. */
export const publishedOf = ({ name, media = [] }: Pick<AssetRecord, 'name' | 'media'>): Published => ({
  name,
  files: media.map(({ filename, hash }) => ({ filename, hash })),
})
