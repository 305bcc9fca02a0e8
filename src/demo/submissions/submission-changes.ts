import { newUid } from '#/demo/database.ts'
import type { SubmissionChange } from '#/demo/records.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import type { Submission } from './submission-answer.ts'

const ADDRESSES = ['download_url', 'download_large_url', 'download_medium_url', 'download_small_url']

/** A submission as it is after what was done to it; the one given stays as it was. */
export function withChange(submission: Submission, change: SubmissionChange, origin: string): Submission {
  const { validation, edit, copy } = change
  const changed: Submission = { ...submission }
  if (copy) changed._attachments = attachmentsOf(submission).map((attachment) => moved(attachment, origin))
  const { deletedFiles = [] } = change
  if (deletedFiles.length > 0) {
    changed._attachments = attachmentsOf(changed).map((file) =>
      deletedFiles.includes(String(file.uid)) ? { ...file, is_deleted: true } : file,
    )
  }
  if (validation !== undefined) changed._validation_status = validation ?? {}
  if (edit) {
    for (const [key, answer] of Object.entries(edit.answers)) {
      if (answer === '') delete changed[key]
      else changed[key] = answer
    }
    const lost = edit.lost ?? []
    if (lost.length > 0) {
      changed._attachments = attachmentsOf(changed).filter(({ uid }) => !lost.includes(String(uid)))
    }
    Object.assign(changed, {
      'meta/instanceID': `uuid:${edit.uuid}`,
      'meta/deprecatedID': `uuid:${edit.deprecated}`,
      _uuid: edit.uuid,
    })
  }
  return changed
}

/** A copy as KPI makes it: a submission of its own, of who copied it, begun and ended now [0855]. */
export function duplicateOf(source: Submission, { id, username, now }: { id: number; username: string; now: number }) {
  const uuid = uuidOf(Math.random)
  const copy: Submission = { ...source }
  delete copy['meta/deprecatedID']
  const moment = new Date(now).toISOString()
  return Object.assign(copy, {
    _id: id,
    ...('start' in source && { start: moment.replace('Z', '+00:00') }),
    ...('end' in source && { end: moment.replace('Z', '+00:00') }),
    'meta/instanceID': `uuid:${uuid}`,
    'meta/rootUuid': `uuid:${uuid}`,
    _uuid: uuid,
    _attachments: attachmentsOf(source).map((attachment) => copied(attachment, source, id, uuid)),
    _submission_time: moment.slice(0, 19),
    _validation_status: {},
    _submitted_by: username,
  })
}

export type Attachment = Record<string, unknown>

export const attachmentsOf = ({ _attachments: attachments }: Submission) =>
  Array.isArray(attachments) ? (attachments as Attachment[]) : []

const changedTexts = (attachment: Attachment, keys: readonly string[], change: (text: string) => string): Attachment =>
  Object.fromEntries(
    Object.entries(attachment).map(([key, value]) =>
      keys.includes(key) && typeof value === 'string' ? [key, change(value)] : [key, value],
    ),
  )

/** The same files under addresses of their own. */
function copied(attachment: Attachment, source: Submission, id: number, uuid: string): Attachment {
  const uid = newUid('att')
  const addressed = changedTexts(attachment, ADDRESSES, (url) =>
    url.replace(`/data/${source._id}/attachments/${String(attachment.uid)}/`, `/data/${id}/attachments/${uid}/`),
  )
  const root = String(source['meta/rootUuid']).replace('uuid:', '')
  return { ...changedTexts(addressed, ['filename'], (name) => name.replace(root, uuid)), uid }
}

/** Where the server goes by another name now. */
const moved = (attachment: Attachment, origin: string) =>
  changedTexts(attachment, ADDRESSES, (url) => origin + new URL(url).pathname)
