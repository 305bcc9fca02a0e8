import type { QueryClient } from '@tanstack/react-query'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { addTo, type Aggregate, aggregateOf, type ColumnTally, newColumnTally } from '#/lib/aggregate.ts'
import { valuesOf } from './column-summary.ts'

/** What can be said of a column, and of how many submissions. */
export interface Totals {
  found: Aggregate
  count: number
}

/** How far it has come. It goes on from there after a fault. */
export interface SummedUp {
  columns: readonly SubmissionColumn[]
  tallies: readonly ColumnTally[]
  /** How many were read. */
  done: number
  below: number | null
  isEnd: boolean
}

export const newSum = (columns: readonly SubmissionColumn[]): SummedUp => ({
  columns,
  tallies: columns.map(newColumnTally),
  done: 0,
  below: null,
  isEnd: false,
})

interface SumUpOptions {
  query: MongoQuery | undefined
  signal: AbortSignal
  onProgress: () => void
}

/** Reads the answers of these columns alone, of all that match, and counts them. @throws ApiError, or the signal's reason */
export async function aggregateRows(
  client: QueryClient,
  assetUid: string,
  so: SummedUp,
  { query, signal, onProgress }: SumUpOptions,
): Promise<ReadonlyMap<string, Totals>> {
  const { columns, tallies } = so
  const from = { query, fields: columns.map(({ id }) => id), below: so.below, signal }
  for await (const page of so.isEnd ? [] : walkSubmissions(client, assetUid, from)) {
    signal.throwIfAborted()
    for (const row of page.results) {
      tallies.forEach((tally, at) => {
        const column = columns[at]
        if (column) addTo(tally, valuesOf(column, row))
      })
    }
    so.done += page.results.length + page.unreadable.length
    so.below = page.below
    so.isEnd = page.below === null
    onProgress()
  }
  const figures = new Map<string, Totals>()
  for (const [at, { id }] of columns.entries()) {
    const tally = tallies[at] ?? newColumnTally()
    figures.set(id, { found: aggregateOf(tally), count: tally.answered + tally.blank })
    await new Promise((resolve) => setTimeout(resolve)) // one column at a time: the page is to stay quick
    signal.throwIfAborted()
  }
  return figures
}
