import { newUid } from '#/demo/database.ts'
import type { AssetRecord, SubmissionChange, SubmissionCopy } from '#/demo/records.ts'
import {
  attachmentAnswer,
  deploymentUuid,
  geolocationOf,
  type Submission,
} from '#/demo/submissions/submission-answer.ts'
import { attachmentsOf } from '#/demo/submissions/submission-changes.ts'
import { placeQuestion } from '#/demo/submissions/submission-edit.ts'
import type { SubmissionRef } from '#/demo/submissions/submission-store.ts'
import type { Sent } from './sent.ts'
import { questionOf } from './to-answers.ts'

/** The uuids that a submission names, without `uuid:`. */
export interface Meta {
  instance: string
  root: string
  deprecated?: string
}

interface Coming {
  asset: AssetRecord
  sent: Sent
  meta: Meta
  answers: Record<string, unknown>
  origin: string
}

/** Of a new one what is new; of an edit the row that it replaces. */
type Before = { time: number; submittedBy: string | null } | { ref: SubmissionRef; submission: Submission }

/**
 * What was sent, as a row. An edit keeps `_id`, root uuid, submitter, time and status [2091], and the files that are
 * still named.
 */
export function wholeSubmission(
  { asset, sent, meta, answers, origin }: Coming,
  id: number,
  before: Before,
): SubmissionChange {
  const old = 'submission' in before ? before : undefined
  const time = 'ref' in before ? before.ref.time : before.time
  const { __version__: version, ...rest } = answers
  const own = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('meta/')))
  const place = placeQuestion(asset)
  const location = place === undefined ? undefined : answers[place]
  const submission: Submission = {
    _id: id,
    'formhub/uuid': deploymentUuid(asset.uid),
    ...own,
    ...(version !== undefined && { __version__: version }),
    'meta/instanceID': `uuid:${meta.instance}`,
    ...(meta.deprecated !== undefined && { 'meta/deprecatedID': `uuid:${meta.deprecated}` }),
    'meta/rootUuid': old?.submission['meta/rootUuid'] ?? `uuid:${meta.root}`,
    _xform_id_string: asset.uid,
    _uuid: meta.instance,
    _attachments: attachmentsOf(old?.submission ?? { _id: id, _uuid: '' }).filter(
      ({ media_file_basename: name }) => questionOf(answers, String(name)) !== undefined,
    ),
    _status: 'submitted_via_web',
    _geolocation: geolocationOf(typeof location === 'string' ? location : undefined),
    _submission_time: new Date(time).toISOString().slice(0, 19),
    _validation_status: old?.submission._validation_status ?? {},
    _submitted_by: 'submission' in before ? before.submission._submitted_by : before.submittedBy,
  }
  const { edit, copy } = old?.ref.change ?? {}
  const former = old ? [...(copy?.former ?? []), ...(edit?.former ?? []), old.submission._uuid] : []
  const whole = { time, submission, digest: sent.digest, files: copy?.files ?? {}, former }
  return { assetUid: asset.uid, id, copy: withFiles(whole, submission, sent, asset, origin) }
}

/** The row with the files that came along, as far as its answers name them. */
export function withFiles(
  copy: SubmissionCopy,
  submission: Submission,
  { files }: Sent,
  asset: AssetRecord,
  origin = 'https://demo.kobo.invalid',
): SubmissionCopy {
  const known = copy.files ?? {}
  const fresh = files.flatMap(({ name, type, digest }) => {
    const path = questionOf(submission, name)
    if (path === undefined || known[name] !== undefined) return []
    const about = { id: submission._id, uuid: submission._uuid, uid: newUid('att'), name, path, mimetype: type }
    return [{ name, digest, attachment: attachmentAnswer(asset, about, origin) }]
  })
  const attachments = [...attachmentsOf(submission), ...fresh.map(({ attachment }) => attachment)]
  return {
    ...copy,
    submission: { ...submission, _attachments: attachments },
    files: { ...known, ...Object.fromEntries(fresh.map(({ name, digest }) => [name, digest])) },
  }
}
