import { newUid } from '#/demo/database.ts'
import type { AssetRecord, SubmissionChange, SubmissionCopy } from '#/demo/records.ts'
import { attachmentsOf } from '#/demo/submissions/submission-changes.ts'
import { geopointQuestion } from '#/demo/submissions/submission-edit.ts'
import {
  deploymentUuid,
  geolocationOf,
  serializeAttachment,
  type Submission,
} from '#/demo/submissions/submission-serializer.ts'
import type { SubmissionRef } from '#/demo/submissions/submission-store.ts'
import type { SubmittedForm } from './submitted-form.ts'
import { questionOfFile } from './xml-answers.ts'

/** The uuids in a submission's `meta`, without `uuid:`. */
export interface Meta {
  instance: string
  root: string
  deprecated?: string
}

interface IncomingSubmission {
  asset: AssetRecord
  submitted: SubmittedForm
  meta: Meta
  answers: Record<string, unknown>
  origin: string
}

/** Time and submitter of a new submission, or the submission that an edit replaces. */
type Previous = { time: number; submittedBy: string | null } | { ref: SubmissionRef; submission: Submission }

/**
 * The received submission as a change in the database. An edit keeps `_id`, root uuid, submitter, time and status
 * [2091], and the files that its answers still name.
 */
export function buildSubmissionChange(
  { asset, submitted, meta, answers, origin }: IncomingSubmission,
  id: number,
  previous: Previous,
): SubmissionChange {
  const old = 'submission' in previous ? previous : undefined
  const time = 'ref' in previous ? previous.ref.time : previous.time
  const { __version__: version, ...rest } = answers
  const questionAnswers = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('meta/')))
  const geopointPath = geopointQuestion(asset)
  const geopoint = geopointPath === undefined ? undefined : answers[geopointPath]
  const submission: Submission = {
    _id: id,
    'formhub/uuid': deploymentUuid(asset.uid),
    ...questionAnswers,
    ...(version !== undefined && { __version__: version }),
    'meta/instanceID': `uuid:${meta.instance}`,
    ...(meta.deprecated !== undefined && { 'meta/deprecatedID': `uuid:${meta.deprecated}` }),
    'meta/rootUuid': old?.submission['meta/rootUuid'] ?? `uuid:${meta.root}`,
    _xform_id_string: asset.uid,
    _uuid: meta.instance,
    _attachments: attachmentsOf(old?.submission ?? { _id: id, _uuid: '' }).filter(
      ({ media_file_basename: name }) => questionOfFile(answers, String(name)) !== undefined,
    ),
    _status: 'submitted_via_web',
    _geolocation: geolocationOf(typeof geopoint === 'string' ? geopoint : undefined),
    _submission_time: new Date(time).toISOString().slice(0, 19),
    _validation_status: old?.submission._validation_status ?? {},
    _submitted_by: 'submission' in previous ? previous.submission._submitted_by : previous.submittedBy,
  }
  const { edit, copy } = old?.ref.change ?? {}
  const former = old ? [...(copy?.former ?? []), ...(edit?.former ?? []), old.submission._uuid] : []
  const copyRecord = { time, submission, digest: submitted.digest, files: copy?.files ?? {}, former }
  return { assetUid: asset.uid, id, copy: withFiles(copyRecord, submission, submitted, asset, origin) }
}

/** Adds the received files that the answers name. */
export function withFiles(
  copy: SubmissionCopy,
  submission: Submission,
  { files }: SubmittedForm,
  asset: AssetRecord,
  origin = 'https://demo.kobo.invalid',
): SubmissionCopy {
  const knownFiles = copy.files ?? {}
  const newFiles = files.flatMap(({ name, type, digest }) => {
    const path = questionOfFile(submission, name)
    if (path === undefined || knownFiles[name] !== undefined) return []
    const description = { id: submission._id, uuid: submission._uuid, uid: newUid('att'), name, path, mimetype: type }
    return [{ name, digest, attachment: serializeAttachment(asset, description, origin) }]
  })
  const attachments = [...attachmentsOf(submission), ...newFiles.map(({ attachment }) => attachment)]
  return {
    ...copy,
    submission: { ...submission, _attachments: attachments },
    files: { ...knownFiles, ...Object.fromEntries(newFiles.map(({ name, digest }) => [name, digest])) },
  }
}
