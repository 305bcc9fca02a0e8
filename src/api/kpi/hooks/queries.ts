import { queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { Page } from '#/api/pagination.ts'
import { Hook, HookLog, RawRows } from './schema.ts'

/** The services of a project in one request: nobody has as many. */
const MAX_HOOKS = 1000

/** The log entries of one page. */
export interface LogRequest {
  /** Counts from 1. */
  page: number
  pageSize: number
  /** Only entries with this status; without it all. Unknown ones are refused [2402]. */
  status?: number | undefined
  /** Only entries whose last change is at or after, and before these times, in ISO 8601. */
  from?: string | undefined
  until?: string | undefined
}

export const hookQueries = {
  /** Services and their logs. What is read on demand has another key: it is not read again after each change. */
  all: (assetUid: string) => ['hooks', assetUid] as const,

  /** The services of a project, by name. 404 for those who may not edit the form and see its submissions [1210]. */
  list: (assetUid: string) =>
    queryOptions({
      queryKey: [...hookQueries.all(assetUid), 'list'],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/hooks/`, Page(Hook), { query: { limit: MAX_HOOKS }, signal }),
    }),

  logsOf: (assetUid: string, hookUid: string) => [...hookQueries.all(assetUid), 'logs', hookUid] as const,

  /** One page of the log of a service, the newest submission first [1212, 1218]. */
  logs: (assetUid: string, hookUid: string, { page, pageSize, status, from, until }: LogRequest) =>
    queryOptions({
      queryKey: [...hookQueries.logsOf(assetUid, hookUid), { page, pageSize, status, from, until }],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/hooks/${hookUid}/logs/`, Page(HookLog), {
          query: { limit: pageSize, start: (page - 1) * pageSize, status, start_date: from, end_date: until },
          signal,
        }),
      placeholderData: keepPreviousOf(hookQueries.logsOf(assetUid, hookUid)),
    }),

  /** One entry of the log [1215]. */
  log: (assetUid: string, hookUid: string, logUid: string) =>
    queryOptions({
      queryKey: ['hook-data', assetUid, 'log', hookUid, logUid],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/hooks/${hookUid}/logs/${logUid}/`, HookLog, { signal }),
      staleTime: 0,
      gcTime: 0,
    }),

  /** Submissions as the server has them, which is what a service gets: the newest one, or those with these `_id`s. */
  rows: (assetUid: string, ids: readonly number[] | 'newest') =>
    queryOptions({
      queryKey: ['hook-data', assetUid, 'rows', ids],
      queryFn: async ({ client, signal }) => {
        const query =
          ids === 'newest' ? { limit: 1 } : { limit: ids.length, query: JSON.stringify({ _id: { $in: ids } }) }
        const { results } = await kpiOf(client).get(`api/v2/assets/${assetUid}/data/`, RawRows, {
          query: { ...query, sort: JSON.stringify({ _id: -1 }) },
          signal,
        })
        return results
      },
      staleTime: 0,
      gcTime: 0,
    }),

  /** A submission as the XML that a device sent [0745]. It writes no line into the history. */
  rowXml: (assetUid: string, submissionId: number) =>
    queryOptions({
      queryKey: ['hook-data', assetUid, 'xml', submissionId],
      queryFn: async ({ client, signal }) => {
        const path = `api/v2/assets/${assetUid}/data/${submissionId}/`
        return (await kpiOf(client).blob(path, { query: { format: 'xml' }, signal })).text()
      },
      staleTime: 0,
      gcTime: 0,
    }),
}
