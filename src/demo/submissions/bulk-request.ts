import { badRequest, forbidden } from '#/demo/answers.ts'
import { isRecord, requireAsset } from '#/demo/permissions/access.ts'
import { reachOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { findSubmissions, type SubmissionRef, submissionRefs } from './submission-store.ts'

type Payload = Record<string, unknown>

/** @throws 403 to those who may do it with none [0848, 0856] */
export function requireReach(call: Call, codename: string): AssetRecord {
  const asset = requireAsset(call)
  if (reachOf(asset, call.username, codename) === 'none') throw forbidden()
  return asset
}

/** @throws 400 where there is none [0826, 0894] */
export function readPayload({ payload: sent }: Record<string, unknown>): Payload {
  const payload: unknown = typeof sent === 'string' ? JSON.parse(sent) : sent // [0850]
  if (!isRecord(payload)) throw badRequest({ payload: ['This field is required.'] })
  return payload
}

/** @throws 400 where nothing says which submissions are meant [0825, 0896] */
export function requireConfirmation({ submission_ids: ids, query, confirm }: Payload) {
  const names = (Array.isArray(ids) && ids.length > 0) || isRecord(query) || confirm === true
  if (!names) throw badRequest({ payload: ['Confirmation is required'] })
}

interface Wanted {
  codename: string
  /** Editing passes over ids that there are none of [0844]; all else is refused for one of them [0828, 0897]. */
  unknown: 'refused' | 'skipped'
}

/**
 * The submissions that a request for many means.
 * @throws 403 where the caller may not do it with one of them [0902]
 */
export function submissionsOf(call: Call, asset: AssetRecord, payload: Payload, wanted: Wanted): SubmissionRef[] {
  const { submission_ids: ids, query } = payload
  const within = findSubmissions(call.db, asset, {
    username: call.username,
    codename: wanted.codename,
    origin: call.url.origin,
    ...(!Array.isArray(ids) && isRecord(query) && { query }),
  })
  if (!Array.isArray(ids)) return within
  const meant = new Set(ids.map(Number))
  const found = submissionRefs(call.db, asset.uid).filter(({ id }) => meant.has(id))
  if (wanted.unknown === 'refused' && found.length < meant.size) {
    throw badRequest({ detail: 'One or more submission ids are invalid' })
  }
  const allowed = new Set(within.map(({ id }) => id))
  if (found.some(({ id }) => !allowed.has(id))) throw forbidden()
  return found
}
