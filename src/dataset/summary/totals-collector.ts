import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Collector } from '#/dataset/sources/row-collection.ts'
import { addToTally, type Aggregate, aggregateOf, newColumnTally } from '#/lib/aggregate.ts'
import { valuesOf } from './column-summary.ts'

/** The aggregate of a column over all rows that match; `count`: how many rows. */
export interface ColumnTotals {
  aggregate: Aggregate
  count: number
}

/** Totals by column id. */
export type TotalsByColumn = ReadonlyMap<string, ColumnTotals>

/** A collector that aggregates columns and adds their totals to `known`. */
export function totalsCollector(columns: readonly DataColumn[], known: TotalsByColumn): Collector<TotalsByColumn> {
  const tallies = columns.map((column) => ({ column, tally: newColumnTally() }))
  return {
    add: ({ rows }) => {
      for (const row of rows) for (const { column, tally } of tallies) addToTally(tally, valuesOf(column, row))
    },
    finish: async (signal) => {
      const totals = new Map(known)
      for (const { column, tally } of tallies) {
        totals.set(column.id, { aggregate: aggregateOf(tally), count: tally.answered + tally.blank })
        await new Promise((resolve) => setTimeout(resolve)) // between columns, so that the page stays responsive
        signal.throwIfAborted()
      }
      return totals
    },
  }
}
