import type { QueryClient } from '@tanstack/react-query'
import type { Cursor, RowSource, WalkedRows, WalkRequest } from './source.ts'

/** What takes the rows of a collection, page by page, and makes something of them at the end. */
export interface Collector<Result> {
  /** Takes a page. A page whose promise is rejected counts as not taken. */
  add: (page: WalkedRows, signal: AbortSignal) => void | Promise<void>
  finish: (signal: AbortSignal) => Result | Promise<Result>
}

export interface CollectionProgress {
  /** How many rows were taken, unreadable ones included. */
  done: number
  /** How many there are to take; `null` until the source said so. */
  total: number | null
}

export interface RowCollection<Result> {
  progress: () => CollectionProgress
  /**
   * Starts, or continues where the last run ended: no row is taken twice.
   * @throws ApiError, the signal's reason, or what the collector throws
   */
  run: (signal: AbortSignal, onProgress: (progress: CollectionProgress) => void) => Promise<Result>
}

/** Walks through all rows of a request and hands them to a collector. */
export function createRowCollection<Result>(
  client: QueryClient,
  source: Pick<RowSource, 'walk'>,
  request: WalkRequest,
  collector: Collector<Result>,
): RowCollection<Result> {
  let cursor: Cursor | null = null
  let isComplete = false
  let done = 0
  let total: number | null = null
  const progress = () => ({ done, total })

  return {
    progress,
    run: async (signal, onProgress) => {
      onProgress(progress())
      if (!isComplete) {
        for await (const page of source.walk(client, request, { cursor, signal })) {
          signal.throwIfAborted()
          await collector.add(page, signal)
          // Nothing may come between a page that was taken and the place from which the next run continues.
          total ??= done + page.remaining
          done += page.rows.length + page.unreadable.length
          cursor = page.next
          isComplete = page.next === null
          onProgress(progress())
        }
        isComplete = true
      }
      const result = await collector.finish(signal)
      signal.throwIfAborted()
      return result
    },
  }
}
