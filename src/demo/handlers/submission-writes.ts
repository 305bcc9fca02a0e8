import { recordAction } from '#/demo/history.ts'
import { bodyOf } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { json, notFound } from '#/demo/responses.ts'
import { deliver } from '#/demo/rest-services/delivery.ts'
import { hexOf } from '#/demo/seed/random.ts'
import {
  readPayload,
  requireConfirmation,
  requireSubmissionPermission,
  submissionsOf,
} from '#/demo/submissions/bulk-request.ts'
import { recordSubmissions } from '#/demo/submissions/record-submissions.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'
import { duplicateOf } from '#/demo/submissions/submission-changes.ts'
import { nextSubmissionId } from '#/demo/submissions/submission-store.ts'
import { editMany } from './bulk-edit.ts'

/** The URL that opens a submission in the web form. Users without the permission get 404 [0864]. */
function enketoLink(call: Call, purpose: 'edit' | 'view'): { url: string; version_uid: string | null } {
  const asset = requireData(call)
  const codename = purpose === 'edit' ? 'change_submissions' : 'view_submissions'
  if (submissionScope(asset, call.username, codename) === 'none') throw notFound()
  const { submission } = requireSubmission(call, asset)
  const { webFormPage } = call.db
  if (webFormPage !== undefined)
    return { url: `${webFormPage}?project=${asset.uid}`, version_uid: asset.deployed_version_id }
  const { searchParams } = call.url
  const query = new URLSearchParams({
    instance_id: submission._uuid,
    return_url: searchParams.get('return_url') ?? 'false',
  })
  const address = `https://ee.demo.invalid/${purpose}/${hexOf(Math.random, 8)}`
  return { url: `${address}?${query}`, version_uid: asset.deployed_version_id }
}

const enketoResources = (['edit', 'view'] as const).flatMap((purpose) => [
  resource(`api/v2/assets/:uid/data/:id/enketo/${purpose}/`, { GET: (call) => json(enketoLink(call, purpose)) }),
  resource(`api/v2/assets/:uid/data/:id/enketo/redirect/${purpose}/`, {
    GET: (call) => new Response(null, { status: 302, headers: { Location: enketoLink(call, purpose).url } }),
  }),
])

export const submissionWriteResources: Resource[] = [
  resource('api/v2/assets/:uid/data/bulk/', {
    PATCH: editMany,

    DELETE: async (call) => {
      const body = await bodyOf(call)
      const asset = requireSubmissionPermission(call, 'delete_submissions')
      const payload = readPayload(body)
      requireConfirmation(payload)
      const refs = submissionsOf(call, asset, payload, { codename: 'delete_submissions', unknown: 'refused' })
      await recordSubmissions(call, asset, 'delete-submission', refs)
      await call.db.saveChanges(refs.map(({ id, change }) => ({ ...change, assetUid: asset.uid, id, deleted: true })))
      return json({ detail: `${refs.length} submissions have been deleted` })
    },
  }),

  resource('api/v2/assets/:uid/data/:id/duplicate/', {
    POST: async (call) => {
      const asset = requireSubmissionPermission(call, 'change_submissions')
      const { submission: source } = requireSubmission(call, asset, 'change_submissions')
      if (!asset.active) throw json('Form is not active', 405) // [2108]
      const { db, username } = call
      const [id, now] = [nextSubmissionId(db), Date.now()]
      const submission = duplicateOf(source, { id, username, now })
      await db.saveChanges([{ assetUid: asset.uid, id, copy: { time: now, submission } }])
      await deliver(db, asset.uid, submission)
      await recordAction(call, asset, 'add-submission', {
        submission: { root_uuid: submission._uuid, submitted_by: username },
      })
      return json(submission, 201)
    },
  }),

  ...enketoResources,
  /** An older path of the same resource [0863]. */
  resource('api/v2/assets/:uid/data/:id/edit/', { GET: (call) => json(enketoLink(call, 'edit')) }),
]
