import type { QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { logOptions, walkLog } from '#/api/log-pages.ts'
import { Page } from '#/api/pagination.ts'
import { AccessLog } from './schema.ts'

/** Requests with a key are rows of their own: a page of fewer rows may be a minute. */
const PAGE_SIZE = 500

const getEntries = async (client: QueryClient, page: { start: number; limit: number }, signal: AbortSignal) =>
  kpiOf(client).get('api/v2/access-logs/me/', Page(AccessLog), { query: page, signal })

export const accessLogQueries = {
  /** The account's own access log, newest first. `q` does nothing there [2497]. */
  entries: () =>
    logOptions(['access-log'] as const, PAGE_SIZE, async ({ client, signal }, page) =>
      getEntries(client, page, signal),
    ),
}

/** Loads the whole access log, for a file. @see walkLog */
export const walkAccessLog = (client: QueryClient, signal: AbortSignal) =>
  walkLog(async (page) => getEntries(client, page, signal), signal)
