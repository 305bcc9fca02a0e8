import { isNumberText } from '#/lib/aggregate.ts'
import { readField } from '#/lib/loaded-fields.ts'
import { ownProperty } from '#/lib/own-property.ts'

/**
 * How values are compared. All values are text, so numbers and times are parsed, and entries counted. `stored`: as they are,
 * which every source does. `choice`: by labels. `calculated`: the form does not say what a calculation gives, so each value is
 * a number if it can be parsed as one, and otherwise text.
 */
export type SortAs = 'stored' | 'text' | 'choice' | 'number' | 'moment' | 'count' | 'calculated'
/** `null`: blank, which comes last in both directions. */
export type SortKey = string | number | null

/** Labels of choices by their values. */
export type SortLabels = ReadonlyMap<string, string>

/** The sort key of a row. A dot in `field` reads a nested value: `_validation_status.uid`. */
export function sortKeyOf(
  row: Readonly<Record<string, unknown>>,
  field: string,
  as: SortAs,
  labels?: SortLabels | null,
): SortKey {
  const value = valueAt(row, field)
  if (value === undefined || value === null || value === '') return null
  if (as === 'count') return Array.isArray(value) ? value.length || null : null
  if (as === 'choice' && typeof value === 'string') return labelsOf(value, labels)
  if (as === 'stored' || as === 'text' || as === 'choice')
    return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (as === 'calculated') return isNumberText(text) ? Number(text) : text || null
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

/** The labels of a choice, or of several, as one text. */
const labelsOf = (value: string, labels: SortLabels | null | undefined) =>
  labels?.get(value) ??
  value
    .split(/\s+/)
    .map((each) => labels?.get(each) ?? each)
    .join(', ')

/** The indexes of keys in sort order, blank ones last. Equal keys keep their order. `locale`: of the reader's language. */
export function orderOf(keys: readonly SortKey[], descending: boolean, locale?: string): number[] {
  const direction = descending ? -1 : 1
  const collator = new Intl.Collator(locale, { numeric: true })
  const compare = (a: SortKey, b: SortKey) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b) * direction
    if (typeof a === typeof b) return (a < b ? -1 : a > b ? 1 : 0) * direction
    return typeof a === 'number' ? -direction : direction
  }
  return keys.map((_, index) => index).sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null) || a - b)
}
