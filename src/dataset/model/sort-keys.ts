import { readField } from '#/api/kpi/submissions/loaded-fields.ts'
import { isNumber } from '#/lib/aggregate.ts'
import { ownProperty } from '#/lib/own-property.ts'

/**
 * Answers are texts on the server: numbers and moments need to be read to stand in their order, and entries counted. The
 * form does not say what a calculation gives: each value is a number where it reads as one, else a text.
 */
export type SortAs = 'text' | 'number' | 'moment' | 'count' | 'calculated'
/** What is not there comes first, as on the server [0711]. */
export type SortKey = string | number | null

/** What a submission is sorted by. Dots lead into objects: `_validation_status.uid`. */
export function sortKeyOf(row: Readonly<Record<string, unknown>>, field: string, as: SortAs): SortKey {
  const value = valueAt(row, field)
  if (value === undefined || value === null) return null
  if (as === 'count') return Array.isArray(value) ? value.length || null : null
  if (as === 'text') return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (as === 'calculated') return isNumber(text) ? Number(text) : text || null
  const number = as === 'number' ? Number.parseFloat(text) : Date.parse(text)
  return Number.isNaN(number) ? null : number
}

function valueAt(row: Readonly<Record<string, unknown>>, field: string): unknown {
  const value = readField(row, field)
  if (value !== undefined) return value
  const dot = field.indexOf('.')
  if (dot < 0) return undefined
  const inner = ownProperty(row, field.slice(0, dot))
  return typeof inner === 'object' && inner !== null
    ? valueAt(inner as Readonly<Record<string, unknown>>, field.slice(dot + 1))
    : undefined
}

/** Those that are alike stay as they came: newest first. */
export function orderOf(keys: readonly SortKey[], descending: boolean): number[] {
  const direction = descending ? -1 : 1
  return keys.map((_, index) => index).sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null) * direction || a - b)
}

const rank = (key: SortKey) => (key === null ? 0 : typeof key === 'number' ? 1 : 2)

function compare(a: SortKey, b: SortKey): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a === b || a === null || b === null) return 0
  return a < b ? -1 : 1
}
