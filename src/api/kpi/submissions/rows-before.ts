import { readField } from '#/lib/loaded-fields.ts'
import type { MongoQuery, SubmissionSort } from './request.ts'
import type { Submission, ValidationStatus } from './schema.ts'

/** Matches any text, but no absent value and no `null`. */
const ANY_TEXT = { $gte: '' }
const NO_VALUE = { $in: [null] }

const STATUS = '_validation_status.uid'
const statusUidOf = (row: Submission) => (readField(row, '_validation_status') as ValidationStatus | null)?.uid

/**
 * A query for the submissions before one in the server's order: absent values come first [0711], among equal values the
 * newest. `null` where the value to sort by is not a text. Without a sort it reads only the `_id` of the row.
 */
export function rowsBefore(row: Submission, sort: SubmissionSort | null): MongoQuery | null {
  const newer = { _id: { $gt: row._id } }
  if (sort === null) return newer
  const { field, descending } = sort
  if (field === '_id') return descending ? newer : { _id: { $lt: row._id } }
  const value = (field === STATUS ? statusUidOf(row) : readField(row, field)) ?? null
  if (value !== null && typeof value !== 'string') return null
  const equal = { [field]: value ?? NO_VALUE, ...newer }
  if (value === null) return descending ? { $or: [{ [field]: ANY_TEXT }, equal] } : equal
  const smaller = descending ? [{ [field]: { $gt: value } }] : [{ [field]: NO_VALUE }, { [field]: { $lt: value } }]
  return { $or: [...smaller, equal] }
}
