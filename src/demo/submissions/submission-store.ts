import type { Database } from '#/demo/database.ts'
import { reachOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, Filter, SubmissionChange, VersionRecord } from '#/demo/records.ts'
import { compileQuery, idsOfQuery, matches } from '#/demo/search/mongo-query.ts'
import { firstSubmissionId, LAST_SEED_ID, seedSubmission, submissionTimes } from '#/demo/seed/submissions.ts'
import { type Submission, submissionAnswer } from './submission-answer.ts'
import { withChange } from './submission-changes.ts'

/** Where one stands in the generated series, and what became of it. */
export interface SubmissionRef {
  id: number
  /** -1 for one that was not generated. */
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
  const times = timesOf(assetUid, db.today())
  const isSeed = (id: number) => id >= firstId && id < firstId + times.length
  const copies = [...changes.values()]
    .flatMap((change) =>
      change.copy && !isSeed(change.id) ? { id: change.id, index: -1, time: change.copy.time, change } : [],
    )
    .toSorted((a, b) => a.id - b.id)
  return times
    .map((time, index): SubmissionRef => ({ id: firstId + index, index, time, change: changes.get(firstId + index) }))
    .concat(copies)
    .filter(({ change }) => !change?.deleted)
}

/** The next `_id`; those of deleted ones are not used again. */
export function nextSubmissionId(db: Database): number {
  const made = db.assets().flatMap(({ uid }) => [...db.changesOf(uid).keys()])
  return made.reduce((last, id) => Math.max(last, id), LAST_SEED_ID) + 1
}

/** What was generated already, by the versions that the answers depend on. */
const generated = new WeakMap<VersionRecord[], { origin: string; byIndex: Map<number, Submission> }>()

/** Writes one out. `origin` is that of the request, for the addresses in it. */
export function writeOut(db: Database, asset: AssetRecord, ref: SubmissionRef, origin: string): Submission {
  const { index, time, change } = ref
  if (change?.copy) return withChange(change.copy.submission as Submission, change, origin)
  const known = generated.get(asset.versions)
  const { byIndex } = known?.origin === origin ? known : { byIndex: new Map<number, Submission>() }
  if (known?.byIndex !== byIndex) generated.set(asset.versions, { origin, byIndex })
  const submission =
    byIndex.get(index) ?? submissionAnswer(asset, seedSubmission(asset, index, time, db.today()), origin)
  byIndex.set(index, submission)
  return change ? withChange(submission, change, origin) : submission
}

/**
 * The submissions that somebody may do a thing with, and that a query finds. Without either, or where it asks for `_id`s
 * only, nothing need be written out to know them.
 * @throws 400 for a query, or a limit of that person, that MongoDB does not take [2161, 2202]
 */
export function findSubmissions(
  db: Database,
  asset: AssetRecord,
  { username, codename, query, origin }: { username: string; codename: string; query?: Filter; origin: string },
): SubmissionRef[] {
  const reach = reachOf(asset, username, codename)
  if (reach === 'none') return []
  for (const filter of reach === 'all' ? [query ?? {}] : [query ?? {}, ...reach]) compileQuery(filter)
  const { ids, rest } = idsOfQuery(query)
  const refs = submissionRefs(db, asset.uid).filter(({ id: _id }) => ids.every((filter) => matches({ _id }, filter)))
  if (reach === 'all' && rest.length === 0) return refs
  return refs.filter((ref) => {
    const submission = writeOut(db, asset, ref, origin)
    const isWithin = reach === 'all' || reach.some((filter) => matches(submission, filter))
    return isWithin && rest.every((filter) => matches(submission, filter))
  })
}
