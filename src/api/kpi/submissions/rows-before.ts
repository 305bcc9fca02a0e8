import { readField } from './loaded-fields.ts'
import type { MongoQuery } from './mongo-query.ts'
import type { SubmissionSort } from './request.ts'
import type { Submission } from './schema.ts'
import { verdictOf } from './system-fields.ts'

/** Finds texts, and neither what is not there nor what is `null`. */
const ANY_TEXT = { $gte: '' }
const NO_VALUE = { $in: [null] }

/**
 * Finds the submissions that stand before one in the server's order: what has no value comes first [0711], the newest
 * first among those alike. `null` where what it is sorted by is no text. Without a sort only its `_id` is read.
 */
export function rowsBefore(row: Submission, sort: SubmissionSort | null): MongoQuery | null {
  const newer = { _id: { $gt: row._id } }
  if (sort === null) return newer
  const { field, descending } = sort
  if (field === '_id') return descending ? newer : { _id: { $lt: row._id } }
  const value = field === '_validation_status.uid' ? verdictOf(row) : (readField(row, field) ?? null)
  if (value !== null && typeof value !== 'string') return null
  const alike = { [field]: value ?? NO_VALUE, ...newer }
  if (value === null) return descending ? { $or: [{ [field]: ANY_TEXT }, alike] } : alike
  const nearer = descending ? [{ [field]: { $gt: value } }] : [{ [field]: NO_VALUE }, { [field]: { $lt: value } }]
  return { $or: [...nearer, alike] }
}
