import { replaceEqualDeep } from '@tanstack/react-query'
import type { Page } from '#/api/pagination.ts'
import { type Loadable, loadedFields, type LoadedFields } from '#/lib/loaded-fields.ts'
import { isSupplementalKey } from './supplemental-values.ts'

/** Fields that KPI sends whichever `fields` a request names [0715]. `_supplementalDetails`: [2051]. */
const ALWAYS_SENT = ['_id', '_uuid', 'meta/rootUuid', '_supplementalDetails']

/**
 * Fields that every request for rows names besides its own. KPI puts an empty status into each row whose
 * `fields` leave `_validation_status` out [2163, 2164].
 */
const ALWAYS_NAMED = ['_id', '_validation_status']

/** The parameter `fields` of a request for rows; `undefined`: all. Supplemental details come with every row [2052]. */
export const namedFields = (fields: readonly string[] | undefined) =>
  fields && [...new Set([...ALWAYS_NAMED, ...fields.filter((field) => !isSupplementalKey(field))])]

/** The loaded fields of a row after a request for `fields`; `undefined`: all. */
export const fieldsLoadedBy = (fields: readonly string[] | undefined): LoadedFields =>
  fields ? new Set([...ALWAYS_SENT, ...ALWAYS_NAMED, ...fields]) : 'all'

/**
 * For `structuralSharing`: TanStack's `replaceEqualDeep` for a page of rows or one row, which also keeps each row's loaded
 * fields. They are under a symbol, which `replaceEqualDeep` would drop.
 */
export function shareRows(previous: unknown, next: unknown): unknown {
  const shared = replaceEqualDeep(previous, next)
  if (!isPage(shared) || !isPage(next)) return withFieldsOf(shared, next)
  const results = shared.results.map((row, index) => withFieldsOf(row, next.results[index]))
  return results.every((row, index) => row === shared.results[index]) ? shared : { ...shared, results }
}

const isPage = (data: unknown): data is Page<unknown> =>
  typeof data === 'object' && data !== null && 'results' in data && Array.isArray(data.results)

const isRow = (row: unknown): row is Loadable => typeof row === 'object' && row !== null

function withFieldsOf(row: unknown, next: unknown): unknown {
  if (!isRow(row) || !isRow(next) || row === next) return row
  const { [loadedFields]: loaded } = next
  return isSame(row[loadedFields], loaded) ? row : { ...row, [loadedFields]: loaded }
}

function isSame(one: LoadedFields | undefined, other: LoadedFields | undefined): boolean {
  if (one === other) return true
  if (!(one instanceof Set) || !(other instanceof Set) || one.size !== other.size) return false
  return [...one].every((field) => other.has(field))
}
