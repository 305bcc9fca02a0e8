import type { Status } from '#/dataset/query/status.ts'
import { readField, requireField } from '#/lib/loaded-fields.ts'
import type { Row, RowFile } from './row.ts'

// Values that a server adds to a row. All functions here throw `FieldNotLoaded`, as `readField` does.

/** The validation status of a row, and who set it. */
export interface StatusRecord {
  uid: Status
  /** Seconds since 1970. */
  timestamp: number
  by_whom: string
}

/** A file in `_attachments`. */
interface FileRecord {
  download_url: string
  download_medium_url?: string | undefined
  download_small_url?: string | undefined
  mimetype: string
  /** A path; `media_file_basename` is the answer's text. */
  filename: string
  media_file_basename?: string | undefined
  /** The column id, with indexes inside repeat groups: `member[2]/photo`; `''` if unknown. */
  question_xpath: string
  is_deleted?: boolean | undefined
}

interface SystemValues {
  _validation_status: StatusRecord | null
  _submission_time: string
  _submitted_by: string | null
  __version__: string | null
  _attachments: readonly FileRecord[]
}

/** Every source has to give values of these types. */
const read = <Field extends keyof SystemValues>(row: Row, field: Field) =>
  readField(row, field) as SystemValues[Field] | undefined

/** `null` until somebody set a status. */
export const statusRecordOf = (row: Row) => read(row, '_validation_status') ?? null

export const statusOf = (row: Row): Status | null => statusRecordOf(row)?.uid ?? null

/** The status, for decisions about a write. @throws FieldNotLoaded in every build */
export const requireStatus = (row: Row): Status | null =>
  (requireField(row, '_validation_status') as StatusRecord | null)?.uid ?? null

/** The submission time: ISO 8601 in UTC, without the `Z`. */
export const submissionTimeOf = (row: Row) => read(row, '_submission_time')

/** A username; `null` if the row was sent without signing in [0808]. */
export const submittedBy = (row: Row) => read(row, '_submitted_by') ?? null

/** The uid of the form's version. */
export const versionOf = (row: Row) => read(row, '__version__') ?? null

const recordsOf = (row: Row) => read(row, '_attachments') ?? []

const toFile = (record: FileRecord): RowFile => ({
  url: record.download_url,
  previewUrl: record.download_medium_url,
  thumbnailUrl: record.download_small_url,
  mimeType: record.mimetype,
  isDeleted: record.is_deleted ?? false,
})

/** The files of a row, deleted ones included. */
export const filesOf = (row: Row): RowFile[] => recordsOf(row).map(toFile)

/**
 * The file of an answer in a column; `null` if it cannot be loaded. If the column of a file is unknown, only the name is
 * compared.
 */
export function fileOf(row: Row, columnId: string, answer: string): RowFile | null {
  const record = recordsOf(row).find(
    ({ question_xpath, filename, media_file_basename, download_url }) =>
      download_url !== '' &&
      ['', columnId].includes(question_xpath.replaceAll(/\[\d+\]/g, '')) &&
      (media_file_basename ?? filename.split('/').at(-1)) === answer,
  )
  return record ? toFile(record) : null
}
