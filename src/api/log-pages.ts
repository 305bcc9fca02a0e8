import { infiniteQueryOptions, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query'
import type { Page, Unreadable } from './pagination.ts'

/** A page of a log, newest first, as it was requested. */
export interface LogPage<Row> extends Page<Row> {
  start: number
}

/** The rows of a log that are loaded, newest first. */
export interface LoadedLog<Row> {
  results: Row[]
  unreadable: Unreadable[]
  /** The number of rows on the server, as far as it is known. */
  count: number
  /** Where the next page starts; `null` at the end. */
  next: number | null
}

/**
 * Joins the pages of a log that grows at its start while it is read, by the very requests that read it [2497]. Rows that
 * were added since the first page move the others down: what a later page repeats is left out.
 */
export function joinLogPages<Row>(pages: readonly LogPage<Row>[]): LoadedLog<Row> {
  const log: LoadedLog<Row> = { results: [], unreadable: [], count: pages.at(-1)?.count ?? 0, next: null }
  const firstCount = pages[0]?.count ?? 0
  /** Of the log as it was with the first page. */
  let covered = 0
  for (const { start, count, results, unreadable } of pages) {
    const added = Math.max(0, count - firstCount)
    const repeated = Math.max(0, covered - (start - added))
    log.results.push(...results.slice(repeated))
    log.unreadable.push(...unreadable)
    const loaded = results.length + unreadable.length
    covered = Math.max(covered, start - added + loaded)
    log.next = loaded > 0 && start + loaded < count ? covered + added : null
  }
  return log
}

interface LogRequest {
  start: number
  limit: number
}

/** A log that loads page by page. */
export const logOptions = <Row, Key extends QueryKey>(
  queryKey: Key,
  limit: number,
  request: (context: Pick<QueryFunctionContext, 'client' | 'signal'>, page: LogRequest) => Promise<Page<Row>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: async ({ client, signal, pageParam }): Promise<LogPage<Row>> => ({
      ...(await request({ client, signal }, { start: pageParam, limit })),
      start: pageParam,
    }),
    initialPageParam: 0,
    getNextPageParam: (_, pages) => joinLogPages(pages).next,
    // Reading a log adds to it: it is read again on request only.
    staleTime: Infinity,
    gcTime: 0,
    meta: { showsError: true },
  })

/**
 * Loads all rows of a log, page by page.
 * @throws ApiError, or the signal's reason
 */
export async function* walkLog<Row>(
  request: (page: LogRequest) => Promise<Page<Row>>,
  signal: AbortSignal,
): AsyncGenerator<LoadedLog<Row>, void, void> {
  const pages: LogPage<Row>[] = []
  let next: number | null = 0
  while (next !== null) {
    signal.throwIfAborted()
    pages.push({ ...(await request({ start: next, limit: WALKED_AT_ONCE })), start: next })
    const log = joinLogPages(pages)
    yield log
    next = log.next
  }
}

/** The most that KPI sends in one request [0950]. */
const WALKED_AT_ONCE = 1000
