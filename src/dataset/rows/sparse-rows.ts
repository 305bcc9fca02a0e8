import type { GridRows } from '#/ui/grid/grid-types.ts'

/** Where rows that are loaded stand among all that match. */
export interface Places {
  /** How many match. */
  count: number
  /**
   * The loaded rows in their order, run by run: the place of the first of a run, and how many it has. `odd`: how many
   * came with them that cannot be read; where among them is not known, so they stand behind.
   */
  runs: readonly { start: number; length: number; odd?: number }[]
}

export interface PlacedRows<Row> extends GridRows<Row> {
  /** The place of a row that is loaded; -1 of any other. */
  placeOf: (isIt: (row: Row) => boolean) => number
  /** The place of the n-th of those that are loaded, from 0; -1 where it has none. */
  placeAt: (loaded: number) => number
}

/** Rows at their places; without places they are all there are, one after the other. */
export function placed<Row>(rows: readonly Row[], places: Places | null): PlacedRows<Row> {
  const { count, runs } = places ?? { count: rows.length, runs: [{ start: 0, length: rows.length }] }
  let offset = 0
  const known = runs.map(({ start, length, odd = 0 }) => {
    const end = start + length
    const run = { start, end, offset, oddEnd: end + odd }
    offset += length
    return run
  })
  const placeAt = (at: number) => {
    const run = known.find(({ start, end, offset: from }) => at >= from && at < from + end - start)
    return run ? run.start + at - run.offset : -1
  }
  return {
    length: count,
    at: (index) => {
      const run = known.find(({ start, end }) => index >= start && index < end)
      return run && rows[run.offset + index - run.start]
    },
    isOdd: (index) => known.some(({ end, oddEnd }) => index >= end && index < oddEnd),
    placeOf: (isIt) => placeAt(rows.findIndex(isIt)),
    placeAt,
  }
}
