import type { AnswerColumn } from '#/dataset/model/columns.ts'

/** What a row shows besides its answers and its status, which every request names. */
const ROW_FIELDS = ['_submission_time', '_submitted_by', '__version__']
const ATTACHMENTS = '_attachments'
const MEDIA = new Set(['photo', 'audio', 'video', 'file'])

/** Estimated bytes of an answer besides its key. */
const ANSWER_BYTES = 20
/** Estimated bytes of the answers in one response. */
const MAX_LIST_BYTES = 2_000_000
/** The same where all columns are requested at once, because naming them would take many requests. */
const MAX_WHOLE_BYTES = 12_000_000
/**
 * Of a list of fields in an address, encoded. With a filter of 6,500 characters the address stays below the 16 kB of
 * KoboToolbox's nginx, and twice below the 32 kB of its application server, which gets it twice.
 */
const MAX_ADDRESS_LENGTH = 6000

const bytesOf = (id: string) => id.length + ANSWER_BYTES
const addressLengthOf = (id: string) => encodeURIComponent(JSON.stringify(id)).length + 3

/**
 * Splits ids of columns into lists that are requested one by one, for so many rows: neither response nor address becomes too
 * long.
 */
export function splitFields(ids: readonly string[], rowCount: number): string[][] {
  const maxBytes = MAX_LIST_BYTES / Math.max(1, rowCount)
  const lists: string[][] = []
  let [bytes, length] = [Infinity, Infinity]
  for (const id of ids) {
    bytes += bytesOf(id)
    length += addressLengthOf(id)
    if (bytes > maxBytes || length > MAX_ADDRESS_LENGTH) {
      lists.push([])
      bytes = bytesOf(id)
      length = addressLengthOf(id)
    }
    lists.at(-1)?.push(id)
  }
  return lists
}

/** Of how many rows of a form all columns may be requested at once. */
export const maxWholeRows = (columns: readonly AnswerColumn[]) =>
  Math.floor(
    MAX_WHOLE_BYTES /
      Math.max(
        1,
        columns.reduce((sum, { id }) => sum + bytesOf(id), 0),
      ),
  )

/** Adds the files' records where a column has files, or may have them as the form does not know it. */
export function withAttachments(ids: readonly string[], columns: readonly AnswerColumn[]): string[] {
  const kinds = new Map(columns.map(({ id, kind }) => [id, kind]))
  const hasFiles = ids.map((id) => kinds.get(id)).some((kind) => !kind || kind === 'repeat' || MEDIA.has(kind))
  return hasFiles ? [...ids, ATTACHMENTS] : [...ids]
}

/** The fields that a request for a page names: what every row shows, these columns, and their files. */
export const pageFields = (ids: readonly string[], columns: readonly AnswerColumn[]): string[] => [
  ...ROW_FIELDS,
  ...withAttachments(ids, columns),
]
