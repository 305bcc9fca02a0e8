import { forbidden, notFound, serverFault } from '#/demo/answers.ts'
import { recordAction } from '#/demo/history.ts'
import { ANONYMOUS, heldBy, reachOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, SubmissionChange } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { deploymentUuid, type Submission } from '#/demo/submissions/submission-answer.ts'
import { nextSubmissionId, type SubmissionRef, submissionRefs, writeOut } from '#/demo/submissions/submission-store.ts'
import { openRosaFault, openRosaReceived, openRosaUnauthorized } from './answers.ts'
import { type Meta, wholeSubmission, withFiles } from './row.ts'
import type { Sent } from './sent.ts'
import { answersIn } from './to-answers.ts'

interface Row {
  ref: SubmissionRef
  submission: Submission
}

/**
 * Takes a submission, or an edit of one that names what it replaces [2080-2104].
 * @throws 400 without an instance id, 401 and 403 to those who may not send, 404 for unknown forms and rows, 405 for
 *   archived projects, 409 where an id is taken, 410 for an edit of an old version
 */
export async function receive(call: Call, sent: Sent, owner: string | undefined): Promise<Response> {
  const asset = formOf(call, sent, owner)
  const refuse = (status: number, message: string) => openRosaFault(status, message, sent.isJson)
  if (!heldBy(asset, call.username).has('add_submissions')) {
    throw call.username === ANONYMOUS ? openRosaUnauthorized() : forbidden()
  }
  if (!asset.active) throw refuse(405, 'Form is not active') // [2104]
  const answers = answersIn(sent.root, asset)
  const meta = metaOf(answers)
  if (!meta) throw refuse(400, 'Instance ID is required') // [2094]
  const { instance, deprecated } = meta

  const rows = submissionRefs(call.db, asset.uid).map((ref): Row => {
    return { ref, submission: writeOut(call.db, asset, ref, call.url.origin) }
  })
  const same = rows.find(({ submission }) => submission._uuid === instance)
  if (same) return sentAgain(call, asset, sent, same)
  const now = { asset, sent, meta, answers, origin: call.url.origin }
  if (deprecated !== undefined) {
    const before = rowToEdit(call, asset, rows, deprecated, refuse)
    return save(call, asset, wholeSubmission(now, before.ref.id, before))
  }
  if (rows.some(({ submission }) => submission['meta/rootUuid'] === `uuid:${meta.root}`)) {
    throw refuse(409, 'Submission with this instance ID already exists') // [2088]
  }
  const time = timeOf(sent)
  const submittedBy = call.username === ANONYMOUS ? null : call.username
  const change = wholeSubmission(now, nextSubmissionId(call.db), { time, submittedBy })
  const response = await save(call, asset, change)
  await recordAction(call, asset, 'add-submission', {
    submission: { root_uuid: meta.root, submitted_by: call.username },
  })
  return response
}

/** By `formhub/uuid`, else by `id`, wherever it was sent to (NOTES, "Sending again"). */
function formOf({ db }: Call, { root, formId }: Sent, owner: string | undefined): AssetRecord {
  const uuid = root.children.find(({ name }) => name === 'formhub')?.children.find(({ name }) => name === 'uuid')?.text
  const asset = db.assets().find(({ uid }) => deploymentUuid(uid) === uuid) ?? db.asset(formId)
  if (!asset || asset.deployed_version_id === null || (owner !== undefined && owner !== asset.owner)) throw notFound()
  return asset
}

const plainUuid = (value: unknown) => (typeof value === 'string' ? value.replace(/^uuid:/, '') : undefined)

function metaOf(answers: Record<string, unknown>): Meta | undefined {
  const instance = plainUuid(answers['meta/instanceID'])
  if (instance === undefined) return undefined
  const deprecated = plainUuid(answers['meta/deprecatedID'])
  return {
    instance,
    root: plainUuid(answers['meta/rootUuid']) ?? instance,
    ...(deprecated !== undefined && { deprecated }),
  }
}

/** When it was sent first, where the root says so: an offset is not converted, nonsense breaks KPI [2084]. */
function timeOf({ root }: Sent): number {
  const date = root.attributes.submissionDate
  if (date === undefined) return Date.now()
  const time = Date.parse(`${date.slice(0, 19)}Z`)
  if (Number.isNaN(time)) throw serverFault()
  return time
}

/** The same once more: files that were missing may follow [2081, 2082, 2101, 2102]. */
async function sentAgain(call: Call, asset: AssetRecord, sent: Sent, { ref, submission }: Row): Promise<Response> {
  const refuse = (status: number, message: string) => openRosaFault(status, message, sent.isJson)
  const { copy } = ref.change ?? {}
  if (!copy || copy.digest !== sent.digest) throw refuse(409, 'Submission with this instance ID already exists')
  const known = copy.files ?? {}
  if (sent.files.some(({ name, digest }) => known[name] !== undefined && known[name] !== digest)) {
    throw refuse(409, 'Attachment with same name already exists')
  }
  if (sent.files.every(({ name }) => known[name] !== undefined)) return refuse(202, 'Duplicate Instance')
  const change = { ...ref.change, assetUid: asset.uid, id: ref.id, copy: withFiles(copy, submission, sent, asset) }
  return save(call, asset, change)
}

/** The row whose newest version an edit names [2089, 2090, 2092]. */
function rowToEdit(
  call: Call,
  asset: AssetRecord,
  rows: Row[],
  uuid: string,
  refuse: (status: number, message: string) => Response,
): Row {
  const row = rows.find(({ submission }) => submission._uuid === uuid)
  const isFormer = ({ ref: { change }, submission }: Row) =>
    submission['meta/rootUuid'] === `uuid:${uuid}` ||
    [...(change?.edit?.former ?? []), ...(change?.copy?.former ?? [])].includes(uuid)
  if (!row && rows.some(isFormer)) throw refuse(410, 'Invalid submission - deprecatedID refers to an old version')
  if (!row) throw refuse(404, 'Invalid submission - deprecatedID not found')
  const reach = reachOf(asset, call.username, 'change_submissions')
  if (reach === 'none' || (reach !== 'all' && !reach.some((filter) => matches(row.submission, filter))))
    throw forbidden()
  return row
}

async function save(call: Call, asset: AssetRecord, change: SubmissionChange): Promise<Response> {
  await call.db.saveChanges([change])
  const { time = 0, submission = {} } = change.copy ?? {}
  return openRosaReceived(call.request, { formId: asset.uid, instanceId: String(submission['meta/instanceID']), time })
}
