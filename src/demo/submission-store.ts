import type { Database } from './database.ts'
import { matches } from './mongo-query.ts'
import { reachOf } from './permissions.ts'
import type { AssetRecord, Filter, SubmissionChange, VersionRecord } from './records.ts'
import { firstSubmissionId, seedSubmission, submissionTimes } from './seed/submissions.ts'
import { type Submission, submissionAnswer } from './submission-answer.ts'

/** Where one stands in the generated series, and what became of it. */
export interface SubmissionRef {
  id: number
  index: number
  time: number
  change: SubmissionChange | undefined
}

const timesByAsset = new Map<string, { today: number; times: number[] }>()

function timesOf(assetUid: string, today: number): number[] {
  const known = timesByAsset.get(assetUid)
  if (known?.today === today) return known.times
  const times = submissionTimes(assetUid, today)
  timesByAsset.set(assetUid, { today, times })
  return times
}

/** All submissions of a project that still exist, oldest first, not yet written out. */
export function submissionRefs(db: Database, assetUid: string): SubmissionRef[] {
  const firstId = firstSubmissionId(assetUid)
  const changes = db.changesOf(assetUid)
  return timesOf(assetUid, db.today())
    .map((time, index) => ({ id: firstId + index, index, time, change: changes.get(firstId + index) }))
    .filter(({ change }) => !change?.deleted)
}

/** What was written out already, by the versions that the answers depend on. */
const written = new WeakMap<VersionRecord[], { origin: string; byIndex: Map<number, Submission> }>()

/** Writes one out. `origin` is that of the request, for the addresses in it. */
export function writeOut(db: Database, asset: AssetRecord, ref: SubmissionRef, origin: string): Submission {
  const known = written.get(asset.versions)
  const { byIndex } = known?.origin === origin ? known : { byIndex: new Map<number, Submission>() }
  if (known?.byIndex !== byIndex) written.set(asset.versions, { origin, byIndex })
  const submission =
    byIndex.get(ref.index) ?? submissionAnswer(asset, seedSubmission(asset, ref.index, ref.time, db.today()), origin)
  byIndex.set(ref.index, submission)
  const { validation } = ref.change ?? {}
  // Only ever set, never taken back: a status that is withdrawn is set to none.
  if (validation !== undefined) submission._validation_status = validation ?? {}
  return submission
}

/**
 * The submissions that somebody may do a thing with, and that a query finds. Without either nothing need be written
 * out to know them.
 */
export function findSubmissions(
  db: Database,
  asset: AssetRecord,
  { username, codename, query, origin }: { username: string; codename: string; query?: Filter; origin: string },
): SubmissionRef[] {
  const refs = submissionRefs(db, asset.uid)
  const reach = reachOf(asset, username, codename)
  if (reach === 'none') return []
  if (reach === 'all' && !query) return refs
  return refs.filter((ref) => {
    const submission = writeOut(db, asset, ref, origin)
    const isWithin = reach === 'all' || reach.some((filter) => matches(submission, filter))
    return isWithin && (!query || matches(submission, query))
  })
}
