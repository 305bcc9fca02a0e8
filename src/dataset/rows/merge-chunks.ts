import type { Row, RowKey } from '#/dataset/model/row.ts'
import type { RowPage } from '#/dataset/sources/source.ts'
import type { RowPositions } from './sparse-rows.ts'

/** Rows of one request. */
export interface Chunk {
  /** Counts from 0. */
  index: number
  data?: RowPage | undefined
  /** When it was loaded, in milliseconds since 1970. */
  at?: number
}

export interface MergedChunks {
  count: number | null
  positions: RowPositions | null
  rows: Row[]
  /** The rows, chunk by chunk. */
  batches: Row[][]
  unreadable: RowPage['unreadable']
  /** Indexes of the chunks that are to be loaded again. */
  outdated: number[]
  chunkOf: (key: RowKey) => number | undefined
}

export const rangeOf = (start: number, { results, unreadable }: RowPage): RowPositions['ranges'][number] => ({
  start,
  length: results.length,
  ...(unreadable.length > 0 && { unreadable: unreadable.length }),
})

/**
 * Merges chunks. Where one has another count than a later one, or a row that a later one has too, rows have moved since:
 * it is outdated and left out. So no row is shown twice, and none is skipped.
 */
export function mergeChunks(chunks: readonly Chunk[], chunkSize: number): MergedChunks {
  const loaded = chunks.flatMap(({ index, data, at = 0 }) => (data ? { index, data, at } : []))
  const newestFirst = loaded.toSorted((a, b) => b.at - a.at)
  const count = newestFirst[0]?.data.count ?? null
  const seen = new Map<RowKey, number>()
  const outdated = new Set<number>()
  for (const { index, data } of newestFirst) {
    const hasMoved = data.count !== count || data.results.some(({ _id }) => seen.has(_id))
    if (hasMoved) outdated.add(index)
    else for (const { _id } of data.results) seen.set(_id, index)
  }
  const current = loaded.filter(({ index }) => !outdated.has(index))
  return {
    count,
    positions:
      count === null ? null : { count, ranges: current.map(({ index, data }) => rangeOf(index * chunkSize, data)) },
    rows: current.flatMap(({ data }) => data.results),
    batches: current.map(({ data }) => data.results),
    unreadable: current.flatMap(({ data }) => data.unreadable),
    outdated: [...outdated],
    chunkOf: (key) => seen.get(key),
  }
}
