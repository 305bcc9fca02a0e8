import type { Database } from '#/demo/database.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, Filter, SubmissionChange, VersionRecord } from '#/demo/records.ts'
import { compileQuery, matches, splitIdConditions } from '#/demo/search/mongo-query.ts'
import { firstSubmissionId, LAST_SEED_ID, seedSubmission, submissionTimes } from '#/demo/seed/submissions.ts'
import { withChange } from './submission-changes.ts'
import { serializeSubmission, type Submission } from './submission-serializer.ts'

/** A submission that is not built yet: its position in the seeded series, and its changes. */
export interface SubmissionRef {
  id: number
  /** -1 for a submission that is not part of the seed. */
  index: number
  time: number
  change: SubmissionChange | undefined
}

const timesByAsset = new Map<string, { today: number; times: number[] }>()

function timesOf(assetUid: string, today: number): number[] {
  const cached = timesByAsset.get(assetUid)
  if (cached?.today === today) return cached.times
  const times = submissionTimes(assetUid, today)
  timesByAsset.set(assetUid, { today, times })
  return times
}

/** All submissions of a project without the deleted ones, oldest first. */
export function submissionRefs(db: Database, assetUid: string): SubmissionRef[] {
  const firstId = firstSubmissionId(assetUid)
  const changes = db.changesOf(assetUid)
  const times = timesOf(assetUid, db.today())
  const isSeed = (id: number) => id >= firstId && id < firstId + times.length
  const addedRefs = [...changes.values()]
    .flatMap((change) =>
      change.copy && !isSeed(change.id) ? { id: change.id, index: -1, time: change.copy.time, change } : [],
    )
    .toSorted((a, b) => a.id - b.id)
  return times
    .map((time, index): SubmissionRef => ({ id: firstId + index, index, time, change: changes.get(firstId + index) }))
    .concat(addedRefs)
    .filter(({ change }) => !change?.deleted)
}

/** The next free `_id`. Ids of deleted submissions are not used again. */
export function nextSubmissionId(db: Database): number {
  const changedIds = db.assets().flatMap(({ uid }) => [...db.changesOf(uid).keys()])
  return changedIds.reduce((last, id) => Math.max(last, id), LAST_SEED_ID) + 1
}

/** Submissions that were built already, by the versions of their asset. */
const builtSubmissions = new WeakMap<VersionRecord[], { origin: string; byIndex: Map<number, Submission> }>()

/** Builds a submission. `origin` is the request's, for the URLs in the submission. */
export function buildSubmission(db: Database, asset: AssetRecord, ref: SubmissionRef, origin: string): Submission {
  const { index, time, change } = ref
  if (change?.copy) return withChange(change.copy.submission as Submission, change, origin)
  const cached = builtSubmissions.get(asset.versions)
  const { byIndex } = cached?.origin === origin ? cached : { byIndex: new Map<number, Submission>() }
  if (cached?.byIndex !== byIndex) builtSubmissions.set(asset.versions, { origin, byIndex })
  const submission =
    byIndex.get(index) ?? serializeSubmission(asset, seedSubmission(asset, index, time, db.today()), origin)
  byIndex.set(index, submission)
  return change ? withChange(submission, change, origin) : submission
}

/**
 * The submissions for which a user has a permission and that match a query. Builds no submission if the user may see
 * all and the query is about `_id` only.
 * @throws 400 for a query, or a filter of the user's permission, that MongoDB refuses [2161, 2202]
 */
export function findSubmissions(
  db: Database,
  asset: AssetRecord,
  { username, codename, query, origin }: { username: string; codename: string; query?: Filter; origin: string },
): SubmissionRef[] {
  const scope = submissionScope(asset, username, codename)
  if (scope === 'none') return []
  for (const filter of scope === 'all' ? [query ?? {}] : [query ?? {}, ...scope]) compileQuery(filter)
  const { ids, rest } = splitIdConditions(query)
  const refs = submissionRefs(db, asset.uid).filter(({ id: _id }) => ids.every((filter) => matches({ _id }, filter)))
  if (scope === 'all' && rest.length === 0) return refs
  return refs.filter((ref) => {
    const submission = buildSubmission(db, asset, ref, origin)
    const isPermitted = scope === 'all' || scope.some((filter) => matches(submission, filter))
    return isPermitted && rest.every((filter) => matches(submission, filter))
  })
}
