import { serverFault } from '#/demo/answers.ts'
import type { Submission } from '#/demo/submissions/submission-answer.ts'
import { valueAt } from './mongo-query.ts'

/** The keys that submissions are sorted by, in the order in which they count [2167], and their directions. */
export type SortOrder = Record<string, 1 | -1>

/** @throws 500 for what is no object, and for any other direction [2169] */
export function readSortOrder(sort: unknown): SortOrder | undefined {
  if (sort === undefined) return undefined
  if (typeof sort !== 'object' || sort === null || Array.isArray(sort)) throw serverFault()
  if (Object.values(sort).some((direction) => direction !== 1 && direction !== -1)) throw serverFault()
  return sort as SortOrder
}

/**
 * Sorts by several keys, the first counting most [2167]. Upwards what is not there comes first; texts by code point, so
 * capitals before small letters (NOTES, "Queries, fields, sort").
 */
export function sortSubmissions(submissions: Submission[], sort: SortOrder): Submission[] {
  const keys = Object.entries(sort)
  return submissions
    .map((submission) => ({ submission, values: keys.map(([key]) => valueAt(submission, key)) }))
    .toSorted((a, b) => {
      for (const [at, [, direction]] of keys.entries()) {
        const order = compareValues(a.values[at], b.values[at])
        if (order !== 0) return direction * order
      }
      return 0
    })
    .map(({ submission }) => submission)
}

/** Kinds of values in MongoDB's order. */
function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  return Array.isArray(value) ? 4 : 3
}

function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other)
  const difference = rankOf(one) - rankOf(other)
  if (difference !== 0 || rankOf(one) < 3) return difference
  return compareTexts(JSON.stringify(one), JSON.stringify(other))
}

/** By code point; JavaScript's own order is by UTF-16 units, where surrogates come before U+E000. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at += 1) {
    const [unit, next] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (unit !== next) return placeOf(unit) - placeOf(next)
  }
  return one.length - other.length
}

/** Where a unit stands when surrogates come last. */
const placeOf = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)
