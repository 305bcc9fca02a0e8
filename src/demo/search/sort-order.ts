import { serverError } from '#/demo/responses.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { valueAt } from './mongo-query.ts'

/** Sort keys with their directions, the most important first [2167]. */
export type SortOrder = Record<string, 1 | -1>

/**
 * Checks a sort order.
 * @throws 500 if it is not an object, or has a direction other than 1 and -1 [2169]
 */
export function readSortOrder(sort: unknown): SortOrder | undefined {
  if (sort === undefined) return undefined
  if (typeof sort !== 'object' || sort === null || Array.isArray(sort)) throw serverError()
  if (Object.values(sort).some((direction) => direction !== 1 && direction !== -1)) throw serverError()
  return sort as SortOrder
}

/**
 * Sorts by several keys, the most important first [2167]. In ascending order missing values come first. Texts are
 * compared by code point, so capitals come before small letters (NOTES, "Queries, fields, sort").
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

/** Rank of a value's type in MongoDB's order. */
function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  return Array.isArray(value) ? 4 : 3
}

function compareValues(first: unknown, second: unknown): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second
  if (typeof first === 'string' && typeof second === 'string') return compareTexts(first, second)
  const difference = rankOf(first) - rankOf(second)
  if (difference !== 0 || rankOf(first) < 3) return difference
  return compareTexts(JSON.stringify(first), JSON.stringify(second))
}

/** Compares by code point. JavaScript compares UTF-16 units, where surrogates come before U+E000. */
export function compareTexts(first: string, second: string): number {
  if (first === second) return 0
  const length = Math.min(first.length, second.length)
  for (let index = 0; index < length; index += 1) {
    const [firstUnit, secondUnit] = [first.charCodeAt(index), second.charCodeAt(index)]
    if (firstUnit !== secondUnit) return codePointRank(firstUnit) - codePointRank(secondUnit)
  }
  return first.length - second.length
}

/** The rank of a UTF-16 unit with surrogates last. */
const codePointRank = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)
