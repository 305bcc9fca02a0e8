import { newUid } from '#/demo/database.ts'
import type { SubmissionChange } from '#/demo/records.ts'
import { uuidOf } from '#/demo/seed/random.ts'
import type { Submission } from './submission-serializer.ts'

const URL_KEYS = ['download_url', 'download_large_url', 'download_medium_url', 'download_small_url']

/** Returns a copy of a submission with a change applied. */
export function withChange(submission: Submission, change: SubmissionChange, origin: string): Submission {
  const { validation, edit, copy } = change
  const changed: Submission = { ...submission }
  if (copy) changed._attachments = attachmentsOf(submission).map((attachment) => withOrigin(attachment, origin))
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
    const removedFiles = edit.lost ?? []
    if (removedFiles.length > 0) {
      changed._attachments = attachmentsOf(changed).filter(({ uid }) => !removedFiles.includes(String(uid)))
    }
    Object.assign(changed, {
      'meta/instanceID': `uuid:${edit.uuid}`,
      'meta/deprecatedID': `uuid:${edit.deprecated}`,
      _uuid: edit.uuid,
    })
  }
  return changed
}

/** A duplicate as KPI creates it: submitted by the user, with start, end and submission time set to now [0855]. */
export function duplicateOf(source: Submission, { id, username, now }: { id: number; username: string; now: number }) {
  const uuid = uuidOf(Math.random)
  const copy: Submission = { ...source }
  delete copy['meta/deprecatedID']
  const timestamp = new Date(now).toISOString()
  return Object.assign(copy, {
    _id: id,
    ...('start' in source && { start: timestamp.replace('Z', '+00:00') }),
    ...('end' in source && { end: timestamp.replace('Z', '+00:00') }),
    'meta/instanceID': `uuid:${uuid}`,
    'meta/rootUuid': `uuid:${uuid}`,
    _uuid: uuid,
    _attachments: attachmentsOf(source).map((attachment) => copyAttachment(attachment, source, id, uuid)),
    _submission_time: timestamp.slice(0, 19),
    _validation_status: {},
    _submitted_by: username,
  })
}

export type Attachment = Record<string, unknown>

export const attachmentsOf = ({ _attachments: attachments }: Submission) =>
  Array.isArray(attachments) ? (attachments as Attachment[]) : []

const mapTexts = (attachment: Attachment, keys: readonly string[], change: (text: string) => string): Attachment =>
  Object.fromEntries(
    Object.entries(attachment).map(([key, value]) =>
      keys.includes(key) && typeof value === 'string' ? [key, change(value)] : [key, value],
    ),
  )

/** Copies an attachment; the copy has its own uid and URLs. */
function copyAttachment(attachment: Attachment, source: Submission, id: number, uuid: string): Attachment {
  const uid = newUid('att')
  const withNewUrls = mapTexts(attachment, URL_KEYS, (url) =>
    url.replace(`/data/${source._id}/attachments/${String(attachment.uid)}/`, `/data/${id}/attachments/${uid}/`),
  )
  const root = String(source['meta/rootUuid']).replace('uuid:', '')
  return { ...mapTexts(withNewUrls, ['filename'], (name) => name.replace(root, uuid)), uid }
}

/** Replaces the origin of the URLs, which may have changed since the submission was stored. */
const withOrigin = (attachment: Attachment, origin: string) =>
  mapTexts(attachment, URL_KEYS, (url) => origin + new URL(url).pathname)
