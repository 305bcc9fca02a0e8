import { useCallback, useEffect, useMemo } from 'react'
import type { Row, RowKey } from '#/dataset/model/row.ts'
import { type SortKey, sortKeyOf } from '#/dataset/model/sort-keys.ts'
import type { SortOrder } from '#/dataset/model/sort.ts'
import { answerOf, entriesOf, selectedValuesOf } from '#/dataset/model/values.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import type { Collector } from '#/dataset/sources/row-collection.ts'
import type { KeyPage, RowSource, RowSnapshot } from '#/dataset/sources/source.ts'
import { addToTally, type ColumnTally, newColumnTally } from '#/lib/aggregate.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import type { SortedIds } from './client-sort.ts'
import { type CollectionState, useCollectedRows } from './use-collected-rows.ts'

/** How many values are loaded at most, to be sorted in the browser. */
export const MOST_SORTED = 50_000
/** Up to so many are sorted without being asked for. */
const MOST_SORTED_AT_ONCE = 10_000
/** How often rows are sorted again by themselves, where some of them were gone. */
const MOST_REPEATS = 2

interface SortedRows {
  keys: readonly RowKey[]
  /** Indexes of `keys`, in both directions. */
  orders: SortedIds
  /** All values, for the totals of their column. */
  values: ColumnTally
}

/** `automatic`: rows are sorted as soon as they can be. `manual`: on demand. `declined`: not, until it is asked for. */
type SortMode = 'automatic' | 'manual' | 'declined'

export interface ClientSort {
  state: CollectionState<SortedRows>
  /** The column that is sorted here; `null` where the source sorts it well. */
  field: string | null
  /** Whether the rows on screen are to wait for the order, instead of coming in that of the source. `count`: if known. */
  awaits: (count: number | null, pageSize: number) => boolean
  /** Loads the values of all rows up to `snapshot` and sorts them, because somebody wants it: up to `MOST_SORTED`. */
  start: (count: number, snapshot: RowSnapshot | null) => void
  /** The same without being asked for, up to `MOST_SORTED_AT_ONCE`. */
  startByItself: (snapshot: RowSnapshot | null) => void
  resume: () => void
  /** Back to the order of the source. */
  cancel: () => void
  /** Drops the order, as other rows are to be shown; they are sorted again. */
  drop: () => void
  /** The same where some rows of the order are gone, but not again and again. */
  restart: () => void
  /** The keys of a page in this order; `null` while the rows are not sorted here. */
  keyPageAt: (page: number, pageSize: number) => KeyPage | null
}

interface ClientSortOptions {
  filter: RowFilter
  sort: RowSort | null
  order: Required<SortOrder>
}

const AUTOMATIC: { mode: SortMode; repeats: number } = { mode: 'automatic', repeats: 0 }

/** Sorts all rows that match by their numbers, moments, entries, labels or texts, where the source sorts what is stored. */
export function useClientSort(source: RowSource, { filter, sort, order }: ClientSortOptions): ClientSort {
  const field = order.as === 'stored' || source.can.sort !== 'text' ? null : (sort?.field ?? null)
  const key = JSON.stringify([source.id, filter, field, order.as, order.labels && [...order.labels.values()]])
  const [{ mode, repeats }, setMode] = useKeyedState(key, AUTOMATIC)
  const collected = useCollectedRows<SortedRows>(source, key)
  const { state, start: startCollecting, resume, cancel: drop } = collected
  const collect = useCallback(
    (snapshot: RowSnapshot | null) => {
      if (field !== null) startCollecting({ filter, snapshot, fields: [field] }, sortCollector(field, order))
    },
    [field, filter, order, startCollecting],
  )
  const start = (count: number, snapshot: RowSnapshot | null) => {
    if (count > MOST_SORTED) return
    setMode({ mode: 'manual', repeats })
    collect(snapshot)
  }
  const decline = useCallback(() => {
    drop()
    setMode({ mode: 'declined', repeats: 0 })
  }, [drop, setMode])
  const restart = useCallback(() => {
    drop()
    setMode((before) => ({
      mode: before.repeats < MOST_REPEATS ? before.mode : 'declined',
      repeats: before.repeats + 1,
    }))
  }, [drop, setMode])

  // Only the first response says how many there are, where no other has.
  const total = state.stage === 'loading' ? state.total : null
  const isTooMuch = mode === 'automatic' && total !== null && total > MOST_SORTED_AT_ONCE
  useEffect(() => {
    if (isTooMuch) decline()
  }, [isTooMuch, decline])

  const { stage } = state
  const awaits = (count: number | null, pageSize: number) =>
    field !== null &&
    mode === 'automatic' &&
    (stage === 'idle' || stage === 'loading') &&
    (count === null || (count > pageSize && count <= MOST_SORTED_AT_ONCE))

  const { descending = false } = sort ?? {}
  const sorted = useMemo(() => {
    if (state.stage !== 'done') return null
    const { keys, orders } = state.result
    return orders[descending ? 'down' : 'up'].flatMap((index) => keys[index] ?? [])
  }, [state, descending])
  const keyPageAt = useCallback(
    (page: number, pageSize: number) =>
      sorted && { keys: sorted.slice((page - 1) * pageSize, page * pageSize), count: sorted.length },
    [sorted],
  )
  return { state, field, awaits, start, startByItself: collect, resume, cancel: decline, drop, restart, keyPageAt }
}

function sortCollector(field: string, { as, labels, locale }: Required<SortOrder>): Collector<SortedRows> {
  const keys: RowKey[] = []
  const sortKeys: SortKey[] = []
  const values = newColumnTally()
  return {
    add: ({ rows, unreadable }) => {
      for (const row of rows) {
        keys.push(row._id)
        sortKeys.push(sortKeyOf(row, field, as, labels))
        addToTally(values, valuesOf(row, field, { as, labels }))
      }
      for (const key of unreadable) {
        if (key === null) continue
        keys.push(key)
        sortKeys.push(null)
      }
    },
    finish: async (signal) => {
      const { sortInWorker } = await import('./sort-in-worker.ts')
      return { keys, orders: await sortInWorker({ keys: sortKeys, locale }, signal), values }
    },
  }
}

/** What the totals count of a row. */
function valuesOf(row: Row, field: string, { as, labels }: SortOrder): string[] {
  const value = as === 'count' ? entriesOf(row, field).length || null : answerOf(row, field)
  if (value === null) return []
  return as === 'choice' && typeof value === 'string' && !labels?.has(value) ? selectedValuesOf(value) : [String(value)]
}
