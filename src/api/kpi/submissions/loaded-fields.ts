import { replaceEqualDeep } from '@tanstack/react-query'
import type { Page } from '#/api/pagination.ts'
import { ownProperty } from '#/lib/own-property.ts'

/** Keys of the answers and of what the server adds, or all of them. */
export type LoadedFields = ReadonlySet<string> | 'all'

/**
 * The key under which a row holds the names of its loaded fields. It is a symbol, so it is never mistaken for an
 * answer: a copy by `{ ...row }` keeps it, while JSON, `Object.keys` and messages to a worker leave it out.
 */
export const loadedFields = Symbol('loadedFields')

/** A row that may say which of its fields were loaded. One that does not say so counts as not loaded at all. */
export interface Loadable {
  [loadedFields]?: LoadedFields | undefined
}

/** What KPI sends whatever `fields` a request names [0715]. `_supplementalDetails`: [2051]. */
const ALWAYS_SENT = ['_id', '_uuid', 'meta/rootUuid', '_supplementalDetails']

/**
 * What every request for rows names besides the fields that are wanted. KPI puts an empty status into each row whose
 * `fields` leave `_validation_status` out [2163, 2164].
 */
const ALWAYS_NAMED = ['_id', '_validation_status']

/** The fields that a request for rows names; `undefined`: all. */
export const namedFields = (fields: readonly string[] | undefined) =>
  fields && [...new Set([...ALWAYS_NAMED, ...fields])]

/** The fields that are loaded by a request that wants these. */
export const fieldsLoadedBy = (fields: readonly string[] | undefined): LoadedFields =>
  fields ? new Set([...ALWAYS_SENT, ...ALWAYS_NAMED, ...fields]) : 'all'

export const isFieldLoaded = ({ [loadedFields]: loaded }: Loadable, field: string): boolean =>
  loaded === 'all' || (loaded?.has(field) ?? false)

export const isFullyLoaded = ({ [loadedFields]: loaded }: Loadable): boolean => loaded === 'all'

/** Says so of the row itself, which nobody else may hold yet. */
export const setLoadedFields = <Row extends Loadable>(row: Row, fields: LoadedFields): Row =>
  Object.assign(row, { [loadedFields]: fields })

const united = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>()

/** The loaded fields of a row that was put together from two. The same two give the same set. */
export function uniteFields(one: LoadedFields | undefined, other: LoadedFields | undefined): LoadedFields | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if (one === 'all' || other === 'all') return 'all'
  const ofOne = united.get(one) ?? new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
  united.set(one, ofOne)
  const union = ofOne.get(other) ?? new Set([...one, ...other])
  ofOne.set(other, union)
  return union
}

/** A field was read that no request had asked for: what it holds is not known. */
export class FieldNotLoaded extends Error {
  override name = 'FieldNotLoaded'
  constructor(field: string) {
    super(`The field ${field} was not loaded`)
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Whether a row says that a field was not loaded. Entries of repeat groups do not: they come whole [2165]. */
export const isFieldMissing = (row: Loadable, field: string) =>
  row[loadedFields] !== undefined && !isFieldLoaded(row, field)

/**
 * What a row, or an entry of a repeat group, holds under a key; `undefined` where it holds nothing.
 * @throws FieldNotLoaded while developing and in tests. A production build gives `undefined`; whoever shows the field asks
 * `isFieldLoaded` first.
 */
export function readField(row: Fields, field: string): unknown {
  if (!isFieldMissing(row, field)) return ownProperty(row, field)
  if (import.meta.env.DEV) throw new FieldNotLoaded(field)
  return undefined
}

/** The same for what decides over a change. @throws FieldNotLoaded in every build */
export function requireField(row: Fields & Loadable, field: string): unknown {
  if (!isFieldLoaded(row, field)) throw new FieldNotLoaded(field)
  return ownProperty(row, field)
}

/**
 * Keeps rows that are the same after reading again, as the cache does of plain data, and each row's loaded fields, which
 * the cache would leave out. For `structuralSharing`.
 */
export function shareRows(before: unknown, next: unknown): unknown {
  const shared = replaceEqualDeep(before, next)
  if (!isPage(shared) || !isPage(next)) return withFieldsOf(shared, next)
  const results = shared.results.map((row, at) => withFieldsOf(row, next.results[at]))
  return results.every((row, at) => row === shared.results[at]) ? shared : { ...shared, results }
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
