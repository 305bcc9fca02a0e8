import type { AssetRecord } from '#/demo/records.ts'
import type { Findings } from '#/demo/seed/answers/fill-in.ts'
import { hexOf, randomOf, uidOf } from '#/demo/seed/random.ts'
import type { SeedSubmission } from '#/demo/seed/submissions.ts'

/** A submission as it is answered. */
export type Submission = Record<string, unknown> & { _id: number; _uuid: string }

/** `formhub/uuid` of all submissions of a project, `deployment__uuid` of it. */
export const deploymentUuid = (assetUid: string) => hexOf(randomOf('deployment', assetUid), 32)

/** A submission in KPI's words, keys in the recorded order [0701]. */
export function submissionAnswer(asset: AssetRecord, seed: SeedSubmission, origin: string): Submission {
  const { id, uuid, time, submittedBy, version, validation, start, end } = seed
  const submission: Record<string, unknown> = {
    _id: id,
    'formhub/uuid': deploymentUuid(asset.uid),
    start,
    end,
  }
  const { pictures, place } = seed.fillIn(submission)
  return Object.assign(submission, {
    _id: id,
    __version__: version.uid,
    'meta/instanceID': `uuid:${uuid}`,
    _xform_id_string: asset.uid,
    _uuid: uuid,
    'meta/rootUuid': `uuid:${uuid}`,
    _attachments: attachmentsOf(asset, seed, pictures, origin),
    _status: 'submitted_via_web',
    _geolocation: geolocationOf(place),
    _submission_time: new Date(time).toISOString().slice(0, 19), // UTC, but without a zone
    _validation_status: validation ?? {},
    _submitted_by: submittedBy,
  })
}

const attachmentsOf = (
  asset: AssetRecord,
  { id, uuid }: SeedSubmission,
  pictures: Findings['pictures'],
  origin: string,
) =>
  pictures.map(([path, name]) => {
    const uid = uidOf('att', randomOf('attachment', asset.uid, id, path))
    return attachmentAnswer(asset, { id, uuid, uid, name, path, mimetype: 'image/png' }, origin)
  })

interface AboutAttachment {
  /** Of the submission. */
  id: number
  uuid: string
  uid: string
  name: string
  /** Of its question. */
  path: string
  mimetype: string
}

/** A file of a submission as it is answered [0701]. */
export function attachmentAnswer(
  asset: AssetRecord,
  { id, uuid, uid, name, path, mimetype }: AboutAttachment,
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

/** Latitude and longitude of an answer to a geopoint question [0701]. */
export function geolocationOf(place: string | undefined): (number | null)[] {
  const [latitude, longitude] = place?.split(' ') ?? []
  return latitude !== undefined && longitude !== undefined ? [Number(latitude), Number(longitude)] : [null, null]
}
