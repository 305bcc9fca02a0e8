import type { AssetRecord, SubmissionChange } from './records.ts'
import type { Answers } from './seed/answers/fill-in.ts'
import { hexOf, randomOf, uidOf } from './seed/random.ts'
import type { SeedSubmission } from './seed/submissions.ts'
import type { Submission } from './submission-store.ts'

/** `formhub/uuid` of all submissions of a project, `deployment__uuid` of it. */
export const deploymentUuid = (assetUid: string) => hexOf(randomOf('deployment', assetUid), 32)

/** A submission in KPI's words, keys in the recorded order [0701]. */
export function submissionAnswer(
  asset: AssetRecord,
  { id, uuid, time, submittedBy, version, validation, start, end, answers }: SeedSubmission,
  change: SubmissionChange | undefined,
  origin: string,
): Submission {
  const { validation: reviewed = validation } = change ?? {}
  return {
    _id: id,
    'formhub/uuid': deploymentUuid(asset.uid),
    start,
    end,
    ...answers,
    __version__: version.uid,
    'meta/instanceID': `uuid:${uuid}`,
    _xform_id_string: asset.uid,
    _uuid: uuid,
    'meta/rootUuid': `uuid:${uuid}`,
    _attachments: attachmentsOf(asset, id, uuid, answers, origin),
    _status: 'submitted_via_web',
    _geolocation: geolocationOf(answers),
    _submission_time: new Date(time).toISOString().slice(0, 19), // UTC, but without a zone
    _validation_status: reviewed ?? {},
    _submitted_by: submittedBy,
  }
}

function attachmentsOf(asset: AssetRecord, id: number, uuid: string, answers: Answers, origin: string) {
  return Object.entries(answers).flatMap(([path, answer]) => {
    if (typeof answer !== 'string' || !answer.endsWith('.png')) return []
    const uid = attachmentUid(asset.uid, id, path)
    const url = `${origin}/api/v2/assets/${asset.uid}/data/${id}/attachments/${uid}/`
    return [
      {
        download_url: url,
        mimetype: 'image/png',
        filename: `${asset.owner}/attachments/${deploymentUuid(asset.uid)}/${uuid}/${answer}`,
        media_file_basename: answer,
        uid,
        is_deleted: false,
        download_large_url: `${url}large/`,
        download_medium_url: `${url}medium/`,
        download_small_url: `${url}small/`,
        question_xpath: path,
      },
    ]
  })
}

export const attachmentUid = (assetUid: string, id: number, path: string) =>
  uidOf('att', randomOf('attachment', assetUid, id, path))

/** Of the first place in the answers. */
function geolocationOf(answers: Answers): (number | null)[] {
  const place = Object.values(answers).find(
    (answer) => typeof answer === 'string' && /^-?\d+\.\d+ -?\d+\.\d+ [\d.]+ [\d.]+$/.test(answer),
  )
  const [latitude, longitude] = typeof place === 'string' ? place.split(' ') : []
  return latitude !== undefined && longitude !== undefined ? [Number(latitude), Number(longitude)] : [null, null]
}
