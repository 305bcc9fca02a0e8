import { queryOptions } from '@tanstack/react-query'
import type { FormQuestion } from '#/dataset/model/form.ts'
import type { Row } from '#/dataset/model/row.ts'
import { sortKeyOf } from '#/dataset/model/sort-keys.ts'
import { sortAs, sortLabels, sortRows } from '#/dataset/model/sort.ts'
import type { Condition, RowFilter } from '#/dataset/query/filter.ts'
import type { RowPage, RowSource } from '#/dataset/sources/source.ts'
import { setLoadedFields } from '#/lib/loaded-fields.ts'

interface ArraySourceOptions {
  id: string
  questions: readonly FormQuestion[]
  /** Values by the ids of their columns, newest first. */
  values: readonly Readonly<Record<string, string>>[]
}

/** How many rows a walk gives at once. */
const WALK_SIZE = 2

/**
 * Rows of an array: a source without a server, for tests of what must work with any source. It sorts by type, knows three
 * operators, and has no jump, no snapshot and nothing to write.
 */
export function arraySource({ id, questions, values }: ArraySourceOptions): RowSource {
  const rows = values.map((each, at) => setLoadedFields<Row>({ ...each, _id: values.length - at }, 'all'))
  const form = { questions, choiceLists: new Map(), languages: [null] }
  const matching = (filter: RowFilter) => rows.filter((row) => matches(row, filter))
  const sorted = (filter: RowFilter, field: string | undefined, descending = false) => {
    if (field === undefined) return matching(filter)
    const order = { as: sortAs(form, field), labels: sortLabels(form, field, 0) }
    return sortRows(matching(filter), { field, descending }, order)
  }
  const pageOf = (results: Row[], count: number): RowPage => ({ results, count, unreadable: [] })
  const queryKey = ['array', id]
  return {
    id,
    name: id,
    form,
    can: {
      sort: 'typed',
      operators: new Set(['contains', 'is', 'blank'] as const),
      jump: false,
      snapshot: false,
      write: false,
      searchTexts: () => false,
    },
    queryKey,
    pagesKey: [...queryKey, 'page'],
    page: ({ filter, sort, page, pageSize }) =>
      queryOptions({
        queryKey: [...queryKey, 'page', filter, sort, page, pageSize] as readonly unknown[],
        queryFn: () => {
          const all = sorted(filter, sort?.field, sort?.descending)
          return pageOf(all.slice((page - 1) * pageSize, page * pageSize), all.length)
        },
      }),
    columns: ({ keys }) =>
      queryOptions({
        queryKey: [...queryKey, 'columns', keys] as readonly unknown[],
        queryFn: () =>
          pageOf(
            rows.filter(({ _id }) => keys.includes(_id)),
            keys.length,
          ),
      }),
    splitFields: (fields) => [[...fields]],
    maxWholeRows: Infinity,
    keysPerRequest: Infinity,
    one: (key) =>
      queryOptions({
        queryKey: [...queryKey, 'one', key] as readonly unknown[],
        queryFn: () => rows.find(({ _id }) => _id === key) ?? Promise.reject(new RangeError(`There is no row ${key}`)),
      }),
    newest: ({ filter }) =>
      queryOptions({
        queryKey: [...queryKey, 'newest', filter] as readonly unknown[],
        queryFn: () => ({ count: matching(filter).length, key: matching(filter)[0]?._id ?? null }),
      }),
    walk: async function* (_client, { filter, keys }, { cursor, signal }) {
      const wanted = keys && new Set(keys)
      const left = matching(filter).filter(({ _id }) => (wanted?.has(_id) ?? true) && (cursor === null || _id < cursor))
      for (let at = 0; at < left.length || at === 0; at += WALK_SIZE) {
        signal.throwIfAborted()
        const batch = left.slice(at, at + WALK_SIZE)
        const isLast = at + WALK_SIZE >= left.length
        await Promise.resolve()
        yield {
          rows: batch,
          unreadable: [],
          remaining: left.length - at,
          next: isLast ? null : (batch.at(-1)?._id ?? null),
        }
      }
    },
    state: null,
    versions: null,
    files: null,
    status: null,
    refreshCounts: () => {},
  }
}

function matches(row: Row, { join, parts }: RowFilter): boolean {
  const results = parts.map((part) =>
    'conditions' in part ? matches(row, { join: part.join, parts: part.conditions }) : meets(row, part),
  )
  return join === 'and' ? results.every(Boolean) : results.some(Boolean)
}

function meets(row: Row, { field, test }: Condition): boolean {
  const text = String(sortKeyOf(row, field, 'text') ?? '')
  if (test.op === 'contains') return text.toLowerCase().includes(test.text.toLowerCase())
  return test.op === 'is' ? text === test.text : test.op === 'blank' && text === ''
}
