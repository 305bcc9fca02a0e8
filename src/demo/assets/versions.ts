import type { AssetRecord, ContentSource } from '#/demo/records.ts'
import { contentHash, newestVersion } from './content.ts'

/**
 * Versions count up with each that is deployed; what was saved in between counts behind a dot: "2", then "2.1", and
 * in a draft "0.7" [0530, 0538, 0539]. By uid.
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

interface Saved {
  uid: string
  /** What is saved, where it is not only another name. */
  content?: ContentSource
  at: string
}

/**
 * Saves a state of the form. The same questions again make no version [0377]; another name does, with the same
 * questions [0370, 0540]; settings and tags do not come here [0541, 0542].
 */
export function saveVersion(asset: AssetRecord, { uid, content, at }: Saved): AssetRecord {
  const newest = newestVersion(asset)
  if (content && contentHash(content) === contentHash(newest.content)) return asset
  const version = { uid, content: content ?? newest.content, date_modified: at, date_deployed: null }
  return { ...asset, versions: [version, ...asset.versions] }
}

/** Publishes the newest version. Doing so again gives the project a new date, not the version [0516]. */
export function deployNewest(asset: AssetRecord, at: string): AssetRecord {
  const newest = newestVersion(asset)
  const published =
    newest.uid === asset.deployed_version_id ? newest : { ...newest, date_modified: at, date_deployed: at }
  return {
    ...asset,
    versions: [published, ...asset.versions.slice(1)],
    deployed_version_id: newest.uid,
    date_deployed: at,
    date_modified: at,
    active: true,
  }
}
