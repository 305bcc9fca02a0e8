import type { GridRows } from '#/ui/grid/grid-types.ts'

/** Where loaded rows are among all that match. */
export interface RowPositions {
  /** How many match. */
  count: number
  /**
   * The loaded rows in their order, range by range: the index of the first, and how many there are. `unreadable`: how many
   * of that range cannot be read; where among the others is not known, so they come last.
   */
  ranges: readonly { start: number; length: number; unreadable?: number }[]
}

export interface SparseRows<Row> extends GridRows<Row> {
  /** The index of a loaded row among all; -1 for any other. */
  indexOf: (predicate: (row: Row) => boolean) => number
  /** The index among all of the n-th loaded row, from 0; -1 where there is none. */
  indexAt: (loaded: number) => number
}

/** Loaded rows at their indexes; without positions they are all there are, one after the other. */
export function toSparseRows<Row>(rows: readonly Row[], positions: RowPositions | null): SparseRows<Row> {
  const { count, ranges } = positions ?? { count: rows.length, ranges: [{ start: 0, length: rows.length }] }
  let offset = 0
  const known = ranges.map(({ start, length, unreadable = 0 }) => {
    const end = start + length
    const range = { start, end, offset, unreadableEnd: end + unreadable }
    offset += length
    return range
  })
  const indexAt = (loaded: number) => {
    const range = known.find(({ start, end, offset: from }) => loaded >= from && loaded < from + end - start)
    return range ? range.start + loaded - range.offset : -1
  }
  return {
    length: count,
    at: (index) => {
      const range = known.find(({ start, end }) => index >= start && index < end)
      return range && rows[range.offset + index - range.start]
    },
    isUnreadable: (index) => known.some(({ end, unreadableEnd }) => index >= end && index < unreadableEnd),
    indexOf: (predicate) => indexAt(rows.findIndex(predicate)),
    indexAt,
  }
}
