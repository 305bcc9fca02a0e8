import { ownProperty } from './own-property.ts'

/** Names of the fields of a record that were loaded, or all of them. */
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

export const isFieldLoaded = ({ [loadedFields]: loaded }: Loadable, field: string): boolean =>
  loaded === 'all' || (loaded !== undefined && (loaded.has(field) || loaded.has(wholeOf(field))))

/** The reserved field that comes with all its parts: `_whole` of `_whole/part`. */
const wholeOf = (field: string) => (field.startsWith('_') ? (field.split('/', 1)[0] ?? field) : field)

export const isFullyLoaded = ({ [loadedFields]: loaded }: Loadable): boolean => loaded === 'all'

/** Marks the row itself, not a copy: for a row that nobody else holds yet. */
export const setLoadedFields = <Row extends Loadable>(row: Row, fields: LoadedFields): Row =>
  Object.assign(row, { [loadedFields]: fields })

const united = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>()

/** The loaded fields of a row that was merged from two. The same two sets give the same set. */
export function uniteFields(one: LoadedFields | undefined, other: LoadedFields | undefined): LoadedFields | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if (one === 'all' || other === 'all') return 'all'
  const ofOne = united.get(one) ?? new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
  united.set(one, ofOne)
  const union = ofOne.get(other) ?? new Set([...one, ...other])
  ofOne.set(other, union)
  return union
}

/** A field was read that no request had named: its value is not known. */
export class FieldNotLoaded extends Error {
  override name = 'FieldNotLoaded'
  constructor(field: string) {
    super(`The field ${field} was not loaded`)
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Whether a row says that a field was not loaded. Entries of repeat groups do not say so: they come whole [2165]. */
export const isFieldMissing = (row: Loadable, field: string) =>
  row[loadedFields] !== undefined && !isFieldLoaded(row, field)

/**
 * The value of a field of a row, or of an entry of a repeat group; `undefined` where there is none.
 * @throws FieldNotLoaded in development and in tests. A production build returns `undefined`; whoever shows the field
 * calls `isFieldLoaded` first.
 */
export function readField(row: Fields, field: string): unknown {
  if (!isFieldMissing(row, field)) return ownProperty(row, field)
  if (import.meta.env.DEV) throw new FieldNotLoaded(field)
  return undefined
}

/** The value of a field that decides about a write. @throws FieldNotLoaded in every build */
export function requireField(row: Fields & Loadable, field: string): unknown {
  if (!isFieldLoaded(row, field)) throw new FieldNotLoaded(field)
  return ownProperty(row, field)
}
