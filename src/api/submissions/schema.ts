import * as z from 'zod/mini'

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
  uid: z.string(),
  download_url: z.string(),
  /** Images only, like `download_small_url`. */
  download_medium_url: z.optional(z.nullable(z.string())),
  download_small_url: z.optional(z.nullable(z.string())),
  mimetype: z.string(),
  /** With folders; `media_file_basename` is the answer's text. */
  filename: z.string(),
  media_file_basename: z.optional(z.string()),
  question_xpath: z.string(),
  is_deleted: z.optional(z.boolean()),
})
export type Attachment = z.output<typeof Attachment>

/**
 * One submission [0701]. The answers stand beside these keys, each under its question's path (`household/size`),
 * all as text; unanswered ones are absent. Repeats are lists of such records, their keys whole paths too.
 */
export const Submission = z.looseObject({
  _id: z.number(),
  _uuid: z.string(),
  /** `uuid:…`, the same after every edit. */
  'meta/rootUuid': z.optional(z.string()),
  /** ISO 8601 in UTC, but without the `Z`. Absent, like all below, where a request names its `fields` [0715]. */
  _submission_time: z.optional(z.string()),
  /** `null` when sent without signing in [0808]. */
  _submitted_by: z.optional(z.nullable(z.string())),
  __version__: z.optional(z.nullable(z.string())),
  /** `null` until reviewed; KPI sends `{}`. */
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
  _attachments: z._default(z.array(Attachment), []),
})
export type Submission = z.output<typeof Submission>

/** What became of each submission that was edited along with others [0840]. */
export const BulkEditResult = z.object({
  count: z.number(),
  successes: z.number(),
  failures: z.number(),
  results: z.array(
    z.object({
      /** The new one: `_uuid` from now on. */
      uuid: z.string(),
      root_uuid: z.optional(z.string()),
      status_code: z.number(),
      message: z.optional(z.string()),
    }),
  ),
})
export type BulkEditResult = z.output<typeof BulkEditResult>

/** Answer to deleting attachments, which goes on after it [0882]. */
export const AttachmentsDeleted = z.object({ message: z.string() })
