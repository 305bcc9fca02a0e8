import { recordSubmissions } from '#/demo/submissions/record-submissions.ts'
import { bodyOf, requireAsset } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, ValidationRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, noContent, serverError } from '#/demo/responses.ts'
import { readPayload, requireConfirmation, submissionsOf } from '#/demo/submissions/bulk-request.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'
import type { SubmissionRef } from '#/demo/submissions/submission-store.ts'

const LABELS: Record<string, string> = {
  validation_status_approved: 'Approved',
  validation_status_not_approved: 'Not Approved',
  validation_status_on_hold: 'On Hold',
}

function statusOf(uid: unknown, username: string): ValidationRecord | null {
  const label = typeof uid === 'string' ? LABELS[uid] : undefined
  if (label === undefined) return null
  return { timestamp: Math.floor(Date.now() / 1000), uid: String(uid), by_whom: username, label }
}

async function setStatus(call: Call, asset: AssetRecord, refs: SubmissionRef[], validation: ValidationRecord | null) {
  await call.db.saveChanges(refs.map(({ id, change }) => ({ ...change, assetUid: asset.uid, id, validation })))
  await recordSubmissions(call, asset, 'modify-submission', refs, { status: validation?.label ?? 'None' })
}

/** @throws 403 for users who may only view [0820] */
function requireValidation(call: Call): AssetRecord {
  const asset = requireAsset(call)
  if (submissionScope(asset, call.username, 'validate_submissions') === 'none') throw forbidden()
  return asset
}

/**
 * One submission of a project that is not archived. In an archived project KPI changes several, but fails with 500 for
 * one [2105, 2106].
 */
function requireActiveSubmission(call: Call, asset: AssetRecord): SubmissionRef {
  const { ref } = requireSubmission(call, asset, 'validate_submissions')
  if (!asset.active) throw serverError()
  return ref
}

/** Reads the submissions and the status of a bulk request [0822-0834]. */
function readBulkRequest(call: Call, asset: AssetRecord, body: Record<string, unknown>) {
  const payload = readPayload(body)
  const { 'validation_status.uid': uid } = payload
  if (uid === undefined) throw badRequest({ payload: ['`validation_status.uid` is required'] })
  requireConfirmation(payload)
  return { refs: submissionsOf(call, asset, payload, { codename: 'validate_submissions', unknown: 'refused' }), uid }
}

const updatedResponse = (count: number) => json({ detail: `${count} submissions have been updated` })

export const validationResources: Resource[] = [
  resource('api/v2/assets/:uid/data/validation_statuses/', {
    /** An unknown status removes the current one [0827, 0832]. */
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const asset = requireValidation(call)
      const { refs, uid } = readBulkRequest(call, asset, body)
      await setStatus(call, asset, refs, statusOf(uid, call.username))
      return updatedResponse(refs.length)
    },
    DELETE: async (call) => {
      const body = await bodyOf(call)
      const asset = requireValidation(call)
      const { refs } = readBulkRequest(call, asset, body)
      await setStatus(call, asset, refs, null)
      return updatedResponse(refs.length)
    },
  }),

  resource('api/v2/assets/:uid/data/:id/validation_status/', {
    GET: (call) => json(requireSubmission(call, requireData(call)).submission._validation_status),
    PATCH: async (call) => {
      const { 'validation_status.uid': uid = 'None' } = await bodyOf(call)
      const asset = requireValidation(call)
      const ref = requireActiveSubmission(call, asset)
      const status = statusOf(uid, call.username)
      if (!status) throw badRequest({ detail: `Invalid validation status: \`${String(uid)}\`` })
      await setStatus(call, asset, [ref], status)
      return json(status)
    },
    DELETE: async (call) => {
      const asset = requireValidation(call)
      const ref = requireActiveSubmission(call, asset)
      await setStatus(call, asset, [ref], null)
      return noContent()
    },
  }),
]
