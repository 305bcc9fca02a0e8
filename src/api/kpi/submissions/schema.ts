import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'
import { listOf } from '#/api/pagination.ts'
import { type Loadable, setLoadedFields } from './loaded-fields.ts'

/** A reviewer's verdict, in the order in which they are offered. */
export const Verdict = z.enum([
  'validation_status_approved',
  'validation_status_not_approved',
  'validation_status_on_hold',
])
export type Verdict = z.output<typeof Verdict>

/** A verdict on one submission [0811]. */
export const ValidationStatus = z.object({
  uid: Verdict,
  /** Seconds since 1970, unlike KPI's other dates. */
  timestamp: z.number(),
  by_whom: z.string(),
})
export type ValidationStatus = z.output<typeof ValidationStatus>

/** A photo, recording or file sent with a submission [0870]. */
export const Attachment = z.object({
  uid: optional(z.string()),
  /** `''` where the file cannot be asked for. */
  download_url: lenient(z.string(), ''),
  /** Images only, like `download_small_url`. */
  download_medium_url: optional(z.string()),
  download_small_url: optional(z.string()),
  mimetype: lenient(z.string(), ''),
  /** With folders; `media_file_basename` is the answer's text. */
  filename: lenient(z.string(), ''),
  media_file_basename: optional(z.string()),
  /** `''` where the server does not say. */
  question_xpath: lenient(z.string(), ''),
  is_deleted: optional(z.boolean()),
})
export type Attachment = z.output<typeof Attachment>

/** Entries that cannot be read are left out; what is no list is an empty one. */
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
 * One submission [0701]. The answers stand beside the server's own keys, each under its question's path
 * (`household/size`), all as text; unanswered ones are absent. Repeats are lists of such records, their keys whole paths
 * too. All but the keys named here may not have been asked for: they are read by `readField` and `system-fields.ts`.
 */
export interface Submission extends Loadable {
  _id: number
  _uuid: string
  'meta/rootUuid'?: string | undefined
  [field: string]: unknown
}
/** Counts as fully loaded; whoever asked for a part of it says so by `setLoadedFields`. */
export const Submission = z.pipe(
  SubmissionFields,
  z.transform((submission): Submission => setLoadedFields<Submission>(submission, 'all')),
)

/** What became of each submission that was edited along with others [0840]. */
export const BulkEditResult = z.object({
  count: optional(z.number()),
  successes: z.number(),
  failures: optional(z.number()),
  results: z.array(
    z.object({
      /** The new one: `_uuid` from now on. */
      uuid: optional(z.string()),
      root_uuid: optional(z.string()),
      status_code: z.number(),
      message: optional(z.string()),
    }),
  ),
})
export type BulkEditResult = z.output<typeof BulkEditResult>

/** Answer to deleting attachments, which goes on after it [0882]. */
export const AttachmentsDeleted = z.object({ message: optional(z.string()) })
