import { bodyOf, isRecord } from '#/demo/permissions/access.ts'
import type { AssetRecord, SubmissionChange } from '#/demo/records.ts'
import { recordSubmissions } from '#/demo/submissions/record-submissions.ts'
import type { Call } from '#/demo/resource.ts'
import { badRequest, json } from '#/demo/responses.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { InvalidPathError } from '#/demo/submissions/answer-paths.ts'
import { readPayload, requireSubmissionPermission, submissionsOf } from '#/demo/submissions/bulk-request.ts'
import { answerTexts, applyEdit } from '#/demo/submissions/submission-edit.ts'
import { buildSubmission, type SubmissionRef } from '#/demo/submissions/submission-store.ts'

/** Result of the edit of one submission. */
type Outcome = { change?: SubmissionChange; result: { uuid: string; root_uuid: string | null; status_code: number } }

/**
 * PATCH `data/bulk/`: writes answers into several submissions [0840]. Values are not validated [0842, 0847]. Each
 * submission succeeds or fails on its own [2107, 2124, 2127].
 */
export async function editMany(call: Call): Promise<Response> {
  const body = await bodyOf(call)
  const asset = requireSubmissionPermission(call, 'change_submissions')
  const payload = readPayload(body)
  const { data } = payload
  if (!isRecord(data)) throw badRequest({ payload: ['`data` is required'] })
  requireTarget(payload)
  const refs = submissionsOf(call, asset, payload, { codename: 'change_submissions', unknown: 'skipped' })
  if (refs.length === 0) throw badRequest(['No submissions match the given `submission_ids`']) // [2134]
  const texts = answerTexts(data)
  const outcomes = refs.map((ref) => editOne(call, asset, ref, texts))
  await call.db.saveChanges(outcomes.flatMap(({ change }) => change ?? []))
  const edited = refs.filter((_, index) => outcomes[index]?.change)
  await recordSubmissions(call, asset, 'modify-submission', edited)
  const successes = outcomes.filter(({ change }) => change).length
  const results = outcomes.map(({ result }) => result)
  const summary = { count: results.length, successes, failures: results.length - successes, results }
  return json(summary, successes > 0 ? 200 : 400)
}

/** @throws 400 when the payload has no submission ids, no query and no `confirm` [0845, 2133] */
function requireTarget({ submission_ids: ids, query, confirm }: Record<string, unknown>) {
  if (isRecord(query) || confirm === true || (Array.isArray(ids) && ids.length > 0)) return
  throw badRequest({ payload: ['`submission_ids` must contain at least one value'] })
}

function editOne(call: Call, asset: AssetRecord, ref: SubmissionRef, texts: ReturnType<typeof answerTexts>): Outcome {
  if (!asset.active) return failure('Form is not active') // [2107]
  const current = buildSubmission(call.db, asset, ref, call.url.origin)
  try {
    const edit = applyEdit(asset, current, ref.change?.edit, texts)
    const rootUuid = String(current['meta/rootUuid']).replace('uuid:', '')
    const result = { uuid: edit.uuid, root_uuid: rootUuid, status_code: 201, message: 'Successful submission' }
    return { change: { ...ref.change, assetUid: asset.uid, id: ref.id, edit }, result }
  } catch (error) {
    if (error instanceof InvalidPathError) return failure('Improperly formatted XML.') // [2124, 2127]
    throw error
  }
}

/** KPI reports a failure with a uuid that belongs to no submission. */
const failure = (message: string): Outcome => {
  const result = { uuid: uuidOf(Math.random), root_uuid: null, status_code: 400, message }
  return { result }
}
