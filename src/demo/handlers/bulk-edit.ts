import { badRequest, json } from '#/demo/answers.ts'
import { bodyOf, isRecord } from '#/demo/permissions/access.ts'
import type { AssetRecord, SubmissionChange } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import { BadPath } from '#/demo/submissions/answer-paths.ts'
import { readPayload, requireReach, submissionsOf } from '#/demo/submissions/bulk-request.ts'
import { edited, textsOf } from '#/demo/submissions/submission-edit.ts'
import { type SubmissionRef, writeOut } from '#/demo/submissions/submission-store.ts'

/** What became of one of many. */
type Outcome = { change?: SubmissionChange; result: { uuid: string; root_uuid: string | null; status_code: number } }

/**
 * PATCH `data/bulk/`: writes answers into many [0840]. Checks nothing of what is written [0842, 0847]; each submission
 * succeeds or fails by itself [2107, 2124, 2127].
 */
export async function editMany(call: Call): Promise<Response> {
  const body = await bodyOf(call)
  const asset = requireReach(call, 'change_submissions')
  const payload = readPayload(body)
  const { data } = payload
  if (!isRecord(data)) throw badRequest({ payload: ['`data` is required'] })
  requireNamed(payload)
  const refs = submissionsOf(call, asset, payload, { codename: 'change_submissions', unknown: 'skipped' })
  if (refs.length === 0) throw badRequest(['No submissions match the given `submission_ids`']) // [2134]
  const texts = textsOf(data)
  const outcomes = refs.map((ref) => editOne(call, asset, ref, texts))
  await call.db.saveChanges(outcomes.flatMap(({ change }) => change ?? []))
  const successes = outcomes.filter(({ change }) => change).length
  const results = outcomes.map(({ result }) => result)
  const answer = { count: results.length, successes, failures: results.length - successes, results }
  return json(answer, successes > 0 ? 200 : 400)
}

/** @throws 400 where nothing says which are meant; a query or `confirm` does [0845, 2133] */
function requireNamed({ submission_ids: ids, query, confirm }: Record<string, unknown>) {
  if (isRecord(query) || confirm === true || (Array.isArray(ids) && ids.length > 0)) return
  throw badRequest({ payload: ['`submission_ids` must contain at least one value'] })
}

function editOne(call: Call, asset: AssetRecord, ref: SubmissionRef, texts: ReturnType<typeof textsOf>): Outcome {
  if (!asset.active) return failed('Form is not active') // [2107]
  const before = writeOut(call.db, asset, ref, call.url.origin)
  try {
    const edit = edited(asset, before, ref.change?.edit, texts)
    const rootUuid = String(before['meta/rootUuid']).replace('uuid:', '')
    const result = { uuid: edit.uuid, root_uuid: rootUuid, status_code: 201, message: 'Successful submission' }
    return { change: { ...ref.change, assetUid: asset.uid, id: ref.id, edit }, result }
  } catch (error) {
    if (error instanceof BadPath) return failed('Improperly formatted XML.') // [2124, 2127]
    throw error
  }
}

/** Such a result names a uuid that nothing has. */
const failed = (message: string): Outcome => {
  const result = { uuid: uuidOf(Math.random), root_uuid: null, status_code: 400, message }
  return { result }
}
