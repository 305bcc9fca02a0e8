import { requireAsset } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { badRequest, forbidden, notFound, serverError } from '#/demo/responses.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import type { Submission } from './submission-serializer.ts'
import { buildSubmission, type SubmissionRef, submissionRefs } from './submission-store.ts'

/**
 * The project in the path, for requests about its submissions.
 * @throws 404 when the user may see no submission [0751, 0752]; 400 for a draft [0750]
 */
export function requireData(call: Call): AssetRecord {
  const asset = requireAsset(call)
  if (submissionScope(asset, call.username, 'view_submissions') === 'none') throw notFound()
  if (asset.deployed_version_id === null) throw badRequest({ detail: 'The specified asset has not been deployed' })
  if (asset.uid === SENTINELS.unreadableSubmissions.uid) throw serverError()
  return asset
}

/**
 * One submission, by `_id`, uuid or root uuid [0740, 0741, 2087].
 * @throws 404 when it does not exist or the user may not see it [0742, 0901]; 403 when they lack the permission
 *   `codename` for it, whether they can see it or not [2207]
 */
export function requireSubmission(
  call: Call,
  asset: AssetRecord,
  codename = 'view_submissions',
): { ref: SubmissionRef; submission: Submission } {
  const { id = '' } = call.params
  const build = (ref: SubmissionRef) => buildSubmission(call.db, asset, ref, call.url.origin)
  const refs = submissionRefs(call.db, asset.uid)
  const ref = refs.find((one) => (/^\d+$/.test(id) ? one.id === Number(id) : hasUuid(build(one), id)))
  if (!ref) throw notFound()
  const submission = build(ref)
  const isPermitted = (permission: string) => {
    const scope = submissionScope(asset, call.username, permission)
    return scope === 'all' || (scope !== 'none' && scope.some((filter) => matches(submission, filter)))
  }
  if (isPermitted(codename)) return { ref, submission }
  throw codename === 'view_submissions' ? notFound() : forbidden()
}

const hasUuid = (submission: Submission, uuid: string) =>
  submission._uuid === uuid || submission['meta/rootUuid'] === `uuid:${uuid}`
