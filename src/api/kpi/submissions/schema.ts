import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'
import { listOf } from '#/api/pagination.ts'
import { type Loadable, setLoadedFields } from '#/lib/loaded-fields.ts'
import { isSupplementalKey, supplementalValues } from './supplemental-values.ts'

/** The uid of a validation status, in the order in which menus show them. */
export const StatusUid = z.enum([
  'validation_status_approved',
  'validation_status_not_approved',
  'validation_status_on_hold',
])
export type StatusUid = z.output<typeof StatusUid>

/** The validation status of one submission [0811]. */
export const ValidationStatus = z.object({
  uid: StatusUid,
  /** Seconds since 1970, unlike KPI's other dates. */
  timestamp: z.number(),
  by_whom: z.string(),
})
export type ValidationStatus = z.output<typeof ValidationStatus>

/** A photo, recording or file sent with a submission [0870]. */
export const Attachment = z.object({
  uid: optional(z.string()),
  /** `''` where there is none that can be read. */
  download_url: lenient(z.string(), ''),
  /** Images only, like `download_small_url`. */
  download_medium_url: optional(z.string()),
  download_small_url: optional(z.string()),
  mimetype: lenient(z.string(), ''),
  /** The path on the server; `media_file_basename` is the value of the answer. */
  filename: lenient(z.string(), ''),
  media_file_basename: optional(z.string()),
  /** `''` where it is absent. */
  question_xpath: lenient(z.string(), ''),
  is_deleted: optional(z.boolean()),
})
export type Attachment = z.output<typeof Attachment>

/** Leaves out unreadable entries; anything but a list becomes an empty one. */
const Attachments = z.pipe(
  lenient(listOf(Attachment), { results: [], unreadable: [] }),
  z.transform(({ results }) => results),
)

const SubmissionFields = z.looseObject({
  _id: z.number(),
  _uuid: z.string(),
  /** `uuid:…`, the same after every edit. */
  'meta/rootUuid': optional(z.string()),
  /** ISO 8601 in UTC, but without the `Z`. Absent, like most below, where a request does not name it [0715]. */
  _submission_time: optional(z.string()),
  /** `null` when sent without signing in [0808]. */
  _submitted_by: optional(z.nullable(z.string())),
  __version__: optional(z.string()),
  /** `null` until reviewed; KPI sends `{}`, also where a request does not name it [2163]. */
  _validation_status: z._default(
    z.nullable(
      z.union([
        ValidationStatus,
        z.pipe(
          z.strictObject({}),
          z.transform(() => null),
        ),
      ]),
    ),
    null,
  ),
  _attachments: Attachments,
})

/**
 * One submission [0701]: the server's own keys and the answers, each under the path of its question (`household/size`),
 * as text. Unanswered questions are absent. A repeat group is a list of such records, whose keys are full paths too. A
 * request may leave out all but the keys named here: read them by `readField` and `system-fields.ts`. What was added to its
 * answers has keys of its own, see `supplementalValues`.
 */
export interface Submission extends Loadable {
  _id: number
  _uuid: string
  'meta/rootUuid'?: string | undefined
  [field: string]: unknown
}
/** Marks a submission as fully loaded; a request for some fields corrects that by `setLoadedFields`. */
export const Submission = z.pipe(
  SubmissionFields,
  z.transform((submission): Submission =>
    setLoadedFields<Submission>(
      Object.assign(submission, supplementalValues(submission['_supplementalDetails'])),
      'all',
    ),
  ),
)

/** A submission as JSON, as the server sent it. */
export const toJson = (submission: Submission): string =>
  JSON.stringify(submission, (key, value: unknown) => (isSupplementalKey(key) ? undefined : value), 2)

/** The result for each submission of a bulk edit [0840]. */
export const BulkEditResult = z.object({
  count: optional(z.number()),
  successes: z.number(),
  failures: optional(z.number()),
  results: z.array(
    z.object({
      /** The new `_uuid`. */
      uuid: optional(z.string()),
      root_uuid: optional(z.string()),
      status_code: z.number(),
      message: optional(z.string()),
    }),
  ),
})
export type BulkEditResult = z.output<typeof BulkEditResult>

/** Response to deleting attachments, which continues after it [0882]. */
export const AttachmentsDeleted = z.object({ message: optional(z.string()) })
