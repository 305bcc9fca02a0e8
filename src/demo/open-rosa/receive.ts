import { recordAction } from '#/demo/history.ts'
import { ANONYMOUS, permissionsOf, submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, SubmissionChange } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { forbidden, notFound, serverError } from '#/demo/responses.ts'
import { deliver } from '#/demo/rest-services/delivery.ts'
import { matches } from '#/demo/search/mongo-query.ts'
import { recordSubmissions } from '#/demo/submissions/record-submissions.ts'
import { deploymentUuid, type Submission } from '#/demo/submissions/submission-serializer.ts'
import {
  buildSubmission,
  nextSubmissionId,
  type SubmissionRef,
  submissionRefs,
} from '#/demo/submissions/submission-store.ts'
import { openRosaError, openRosaSuccess, openRosaUnauthorized } from './responses.ts'
import { buildSubmissionChange, type Meta, withFiles } from './submission-change.ts'
import type { SubmittedForm } from './submitted-form.ts'
import { answersOf } from './xml-answers.ts'

interface Row {
  ref: SubmissionRef
  submission: Submission
}

/**
 * Receives a new submission, or an edit that names the submission it replaces [2080-2104].
 * @throws 400 without an instance id, 401 and 403 without permission, 404 for unknown forms and submissions, 405 for
 *   archived projects, 409 for an id that is taken, 410 for an edit of an old version
 */
export async function receive(call: Call, submitted: SubmittedForm, owner: string | undefined): Promise<Response> {
  const asset = formOf(call, submitted, owner)
  const errorResponse = (status: number, message: string) => openRosaError(status, message, submitted.isJson)
  if (!permissionsOf(asset, call.username).has('add_submissions')) {
    throw call.username === ANONYMOUS ? openRosaUnauthorized() : forbidden()
  }
  if (!asset.active) throw errorResponse(405, 'Form is not active') // [2104]
  const answers = answersOf(submitted.root, asset)
  const meta = uuidsOf(answers)
  if (!meta) throw errorResponse(400, 'Instance ID is required') // [2094]
  const { instance, deprecated } = meta

  const rows = submissionRefs(call.db, asset.uid).map((ref): Row => {
    return { ref, submission: buildSubmission(call.db, asset, ref, call.url.origin) }
  })
  const existing = rows.find(({ submission }) => submission._uuid === instance)
  if (existing) return receiveDuplicate(call, asset, submitted, existing)
  const incoming = { asset, submitted, meta, answers, origin: call.url.origin }
  if (deprecated !== undefined) {
    const previous = rowToEdit(call, asset, rows, deprecated, errorResponse)
    const edited = await save(call, asset, buildSubmissionChange(incoming, previous.ref.id, previous))
    await recordSubmissions(call, asset, 'modify-submission', [previous.ref])
    return edited
  }
  if (rows.some(({ submission }) => submission['meta/rootUuid'] === `uuid:${meta.root}`)) {
    throw errorResponse(409, 'Submission with this instance ID already exists') // [2088]
  }
  const time = timeOf(submitted)
  const submittedBy = call.username === ANONYMOUS ? null : call.username
  const change = buildSubmissionChange(incoming, nextSubmissionId(call.db), { time, submittedBy })
  const response = await save(call, asset, change)
  if (change.copy) await deliver(call.db, asset.uid, change.copy.submission as Submission)
  await recordAction(call, asset, 'add-submission', {
    submission: { root_uuid: meta.root, submitted_by: call.username },
  })
  return response
}

/** Finds the project by `formhub/uuid`, otherwise by `id`, whatever URL was used (NOTES, "Sending again"). */
function formOf({ db }: Call, { root, formId }: SubmittedForm, owner: string | undefined): AssetRecord {
  const uuid = root.children.find(({ name }) => name === 'formhub')?.children.find(({ name }) => name === 'uuid')?.text
  const asset = db.assets().find(({ uid }) => deploymentUuid(uid) === uuid) ?? db.asset(formId)
  if (!asset || asset.deployed_version_id === null || (owner !== undefined && owner !== asset.owner)) throw notFound()
  return asset
}

const plainUuid = (value: unknown) => (typeof value === 'string' ? value.replace(/^uuid:/, '') : undefined)

function uuidsOf(answers: Record<string, unknown>): Meta | undefined {
  const instance = plainUuid(answers['meta/instanceID'])
  if (instance === undefined) return undefined
  const deprecated = plainUuid(answers['meta/deprecatedID'])
  return {
    instance,
    root: plainUuid(answers['meta/rootUuid']) ?? instance,
    ...(deprecated !== undefined && { deprecated }),
  }
}

/**
 * The submission time: `submissionDate` of the root element if present. The time zone offset is ignored; an invalid
 * date makes KPI fail [2084].
 */
function timeOf({ root }: SubmittedForm): number {
  const date = root.attributes.submissionDate
  if (date === undefined) return Date.now()
  const time = Date.parse(`${date.slice(0, 19)}Z`)
  if (Number.isNaN(time)) throw serverError()
  return time
}

/** Receives a submission again: missing files may be sent later [2081, 2082, 2101, 2102]. */
async function receiveDuplicate(
  call: Call,
  asset: AssetRecord,
  submitted: SubmittedForm,
  { ref, submission }: Row,
): Promise<Response> {
  const errorResponse = (status: number, message: string) => openRosaError(status, message, submitted.isJson)
  const { copy } = ref.change ?? {}
  if (!copy || copy.digest !== submitted.digest)
    throw errorResponse(409, 'Submission with this instance ID already exists')
  const knownFiles = copy.files ?? {}
  if (submitted.files.some(({ name, digest }) => knownFiles[name] !== undefined && knownFiles[name] !== digest)) {
    throw errorResponse(409, 'Attachment with same name already exists')
  }
  if (submitted.files.every(({ name }) => knownFiles[name] !== undefined))
    return errorResponse(202, 'Duplicate Instance')
  const change = { ...ref.change, assetUid: asset.uid, id: ref.id, copy: withFiles(copy, submission, submitted, asset) }
  return save(call, asset, change)
}

/** The submission whose newest version an edit names [2089, 2090, 2092]. */
function rowToEdit(
  call: Call,
  asset: AssetRecord,
  rows: Row[],
  uuid: string,
  errorResponse: (status: number, message: string) => Response,
): Row {
  const row = rows.find(({ submission }) => submission._uuid === uuid)
  const hadUuid = ({ ref: { change }, submission }: Row) =>
    submission['meta/rootUuid'] === `uuid:${uuid}` ||
    [...(change?.edit?.former ?? []), ...(change?.copy?.former ?? [])].includes(uuid)
  if (!row && rows.some(hadUuid)) throw errorResponse(410, 'Invalid submission - deprecatedID refers to an old version')
  if (!row) throw errorResponse(404, 'Invalid submission - deprecatedID not found')
  const scope = submissionScope(asset, call.username, 'change_submissions')
  if (scope === 'none' || (scope !== 'all' && !scope.some((filter) => matches(row.submission, filter))))
    throw forbidden()
  return row
}

async function save(call: Call, asset: AssetRecord, change: SubmissionChange): Promise<Response> {
  await call.db.saveChanges([change])
  const { time = 0, submission = {} } = change.copy ?? {}
  return openRosaSuccess(call.request, { formId: asset.uid, instanceId: String(submission['meta/instanceID']), time })
}
