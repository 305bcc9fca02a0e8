import { badRequest, forbidden, notFound, serverFault } from '#/demo/answers.ts'
import { requireAsset } from '#/demo/permissions/access.ts'
import { reachOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import type { Submission } from './submission-answer.ts'
import { type SubmissionRef, submissionRefs, writeOut } from './submission-store.ts'

/**
 * The project whose submissions a request is about.
 * @throws 404 where the caller may see none [0751, 0752]; 400 for a draft [0750]
 */
export function requireData(call: Call): AssetRecord {
  const asset = requireAsset(call)
  if (reachOf(asset, call.username, 'view_submissions') === 'none') throw notFound()
  if (asset.deployed_version_id === null) throw badRequest({ detail: 'The specified asset has not been deployed' })
  if (asset.uid === SENTINELS.unreadableSubmissions.uid) throw serverFault()
  return asset
}

/**
 * One submission, by `_id`, uuid or root uuid [0740, 0741, 2087].
 * @throws 404 where there is none, or where the caller may not see it [0742, 0901]; 403 where they may not do this with
 *   it, whether they see it or not [2207]
 */
export function requireSubmission(
  call: Call,
  asset: AssetRecord,
  codename = 'view_submissions',
): { ref: SubmissionRef; submission: Submission } {
  const { id = '' } = call.params
  const write = (ref: SubmissionRef) => writeOut(call.db, asset, ref, call.url.origin)
  const refs = submissionRefs(call.db, asset.uid)
  const ref = refs.find((one) => (/^\d+$/.test(id) ? one.id === Number(id) : isNamed(write(one), id)))
  if (!ref) throw notFound()
  const submission = write(ref)
  const reaches = (wanted: string) => {
    const reach = reachOf(asset, call.username, wanted)
    return reach === 'all' || (reach !== 'none' && reach.some((filter) => matches(submission, filter)))
  }
  if (reaches(codename)) return { ref, submission }
  throw codename === 'view_submissions' ? notFound() : forbidden()
}

const isNamed = (submission: Submission, uuid: string) =>
  submission._uuid === uuid || submission['meta/rootUuid'] === `uuid:${uuid}`
