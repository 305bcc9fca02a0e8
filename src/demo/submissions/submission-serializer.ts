import type { AssetRecord } from '#/demo/records.ts'
import type { SubmissionMetadata } from '#/demo/seed/answers/fill-in.ts'
import { hexOf, randomOf, uidOf } from '#/demo/seed/random.ts'
import type { SeedSubmission } from '#/demo/seed/submissions.ts'

/** A submission in KPI's format. */
export type Submission = Record<string, unknown> & { _id: number; _uuid: string }

/** `formhub/uuid` of a project's submissions, and its `deployment__uuid`. */
export const deploymentUuid = (assetUid: string) => hexOf(randomOf('deployment', assetUid), 32)

/** A seeded submission in KPI's format, keys in the recorded order [0701]. */
export function serializeSubmission(asset: AssetRecord, seed: SeedSubmission, origin: string): Submission {
  const { id, uuid, time, submittedBy, version, validation, start, end } = seed
  const submission: Record<string, unknown> = {
    _id: id,
    'formhub/uuid': deploymentUuid(asset.uid),
    start,
    end,
  }
  const { files, geopoint } = seed.fillIn(submission)
  return Object.assign(submission, {
    _id: id,
    __version__: version.uid,
    'meta/instanceID': `uuid:${uuid}`,
    _xform_id_string: asset.uid,
    _uuid: uuid,
    'meta/rootUuid': `uuid:${uuid}`,
    _attachments: attachmentsOf(asset, seed, files, origin),
    _status: 'submitted_via_web',
    _geolocation: geolocationOf(geopoint),
    _submission_time: new Date(time).toISOString().slice(0, 19), // UTC, without a time zone
    _validation_status: validation ?? {},
    _submitted_by: submittedBy,
  })
}

const attachmentsOf = (
  asset: AssetRecord,
  { id, uuid }: SeedSubmission,
  files: SubmissionMetadata['files'],
  origin: string,
) =>
  files.map(([path, name, mimetype]) => {
    const uid = uidOf('att', randomOf('attachment', asset.uid, id, path))
    return serializeAttachment(asset, { id, uuid, uid, name, path, mimetype }, origin)
  })

interface AttachmentDescription {
  /** Id of the submission. */
  id: number
  uuid: string
  uid: string
  name: string
  /** Path of its question. */
  path: string
  mimetype: string
}

/** An attachment in KPI's format [0701]. */
export function serializeAttachment(
  asset: AssetRecord,
  { id, uuid, uid, name, path, mimetype }: AttachmentDescription,
  origin: string,
): Record<string, unknown> {
  const url = `${origin}/api/v2/assets/${asset.uid}/data/${id}/attachments/${uid}/`
  return {
    download_url: url,
    mimetype,
    filename: `${asset.owner}/attachments/${deploymentUuid(asset.uid)}/${uuid}/${name}`,
    media_file_basename: name,
    uid,
    is_deleted: false,
    download_large_url: `${url}large/`,
    download_medium_url: `${url}medium/`,
    download_small_url: `${url}small/`,
    question_xpath: path,
  }
}

/** Latitude and longitude of the answer to a geopoint question [0701]. */
export function geolocationOf(geopoint: string | undefined): (number | null)[] {
  const [latitude, longitude] = geopoint?.split(' ') ?? []
  return latitude !== undefined && longitude !== undefined ? [Number(latitude), Number(longitude)] : [null, null]
}
