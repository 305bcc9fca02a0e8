import { isRecord, requireAsset } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { badRequest, forbidden } from '#/demo/responses.ts'
import { findSubmissions, type SubmissionRef, submissionRefs } from './submission-store.ts'

type Payload = Record<string, unknown>

/**
 * The asset in the path.
 * @throws 403 when the user has the permission for no submission [0848, 0856]
 */
export function requireSubmissionPermission(call: Call, codename: string): AssetRecord {
  const asset = requireAsset(call)
  if (submissionScope(asset, call.username, codename) === 'none') throw forbidden()
  return asset
}

/** @throws 400 when the body has no payload [0826, 0894] */
export function readPayload({ payload: value }: Record<string, unknown>): Payload {
  const payload: unknown = typeof value === 'string' ? JSON.parse(value) : value // [0850]
  if (!isRecord(payload)) throw badRequest({ payload: ['This field is required.'] })
  return payload
}

/** @throws 400 when the payload has no submission ids, no query and no `confirm` [0825, 0896] */
export function requireConfirmation({ submission_ids: ids, query, confirm }: Payload) {
  const isConfirmed = (Array.isArray(ids) && ids.length > 0) || isRecord(query) || confirm === true
  if (!isConfirmed) throw badRequest({ payload: ['Confirmation is required'] })
}

interface BulkScope {
  codename: string
  /** What happens with unknown ids: editing skips them [0844]; other requests are refused [0828, 0897]. */
  unknown: 'refused' | 'skipped'
}

/**
 * The submissions that a bulk request selects.
 * @throws 403 when the user lacks the permission for one of them [0902]
 */
export function submissionsOf(call: Call, asset: AssetRecord, payload: Payload, scope: BulkScope): SubmissionRef[] {
  const { submission_ids: ids, query } = payload
  const permittedRefs = findSubmissions(call.db, asset, {
    username: call.username,
    codename: scope.codename,
    origin: call.url.origin,
    ...(!Array.isArray(ids) && isRecord(query) && { query }),
  })
  if (!Array.isArray(ids)) return permittedRefs
  const requestedIds = new Set(ids.map(Number))
  const refs = submissionRefs(call.db, asset.uid).filter(({ id }) => requestedIds.has(id))
  if (scope.unknown === 'refused' && refs.length < requestedIds.size) {
    throw badRequest({ detail: 'One or more submission ids are invalid' })
  }
  const permittedIds = new Set(permittedRefs.map(({ id }) => id))
  if (refs.some(({ id }) => !permittedIds.has(id))) throw forbidden()
  return refs
}
