import type { Database } from '#/demo/database.ts'
import type { AssetRecord, SupplementRecord } from '#/demo/records.ts'
import { seedSubmission, submissionTimes } from '#/demo/seed/submissions.ts'
import { seedSupplement } from '#/demo/seed/supplements.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { supplementalDetails } from './details.ts'

const seeded = new Map<string, { today: number; indexes: ReadonlyMap<string, number> }>()

/** The indexes of a project's seeded submissions by their uuids. */
function seedIndexes(db: Database, asset: AssetRecord): ReadonlyMap<string, number> {
  const today = db.today()
  const known = seeded.get(asset.uid)
  if (known?.today === today) return known.indexes
  const times = submissionTimes(asset.uid, today)
  const indexes = new Map(times.map((time, index) => [seedSubmission(asset, index, time, today).uuid, index]))
  seeded.set(asset.uid, { today, indexes })
  return indexes
}

export const rootUuidOf = (submission: Submission) => String(submission['meta/rootUuid']).replace('uuid:', '')

/** All that was added to a submission; `{}` for nothing. By the root uuid: it stays through edits and deleting [2065]. */
export function supplementOf(db: Database, asset: AssetRecord, rootUuid: string): SupplementRecord {
  const changed = asset.supplements?.[rootUuid]
  if (changed) return changed
  const index = seedIndexes(db, asset).get(rootUuid)
  return index === undefined ? {} : seedSupplement(asset, index)
}

/** The submission as `data/` sends it: with what was added to it, in projects that are set up for that [2051]. */
export function withSupplement(db: Database, asset: AssetRecord, submission: Submission): Submission {
  const { features = [] } = asset
  if (features.length === 0) return submission
  const supplement = supplementOf(db, asset, rootUuidOf(submission))
  return { ...submission, _supplementalDetails: supplementalDetails(features, supplement) }
}
