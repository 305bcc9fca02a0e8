import { type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { kpiOf } from '#/api/client.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { EnketoLink } from '#/api/kpi/enketo/schema.ts'
import { Page } from '#/api/pagination.ts'
import { setLoadedFields } from '#/lib/loaded-fields.ts'
import { type IdPage, readIdPage } from './id-page.ts'
import type { MongoQuery, SubmissionSort } from './request.ts'
import { fieldsLoadedBy, namedFields, shareRows } from './requested-fields.ts'
import { Submission } from './schema.ts'

export interface PageRequest {
  /** Counts from 1. */
  page: number
  pageSize: number
  /** Only submissions that match; without it all. */
  query?: MongoQuery | undefined
  /** `null` or absent: newest first. */
  sort?: SubmissionSort | null
  /** Only submissions up to this `_id`: later ones do not move the others from page to page. */
  maxId?: number | null
  /** Keys of the answers to load, besides those that KPI always sends [0715]; without it all. */
  fields?: readonly string[] | undefined
  /** These submissions, in place of those that `query` and `sort` describe. */
  idPage?: IdPage | null
}

/** Submissions by `_id`: each of them, or a range, both ends included. */
export type RequestedIds = readonly number[] | { highest: number; lowest: number }

interface ColumnsRequest {
  query: MongoQuery | undefined
  ids: RequestedIds
  /** Keys of the answers to load; `undefined`: all. */
  fields: readonly string[] | undefined
}

interface CursorRequest {
  query?: MongoQuery | undefined
  /** Keys of the answers to load, besides those that KPI always sends [0715]; without it all. */
  fields?: readonly string[] | undefined
  /** Only submissions with a lower `_id`; `null`: from the newest. */
  cursor: number | null
  /** At most 1,000. */
  limit: number
}

/** KPI has no default order. Ours is newest first, also among equal values. */
const sortParam = (sort: SubmissionSort | null) =>
  JSON.stringify({ ...(sort && { [sort.field]: sort.descending ? -1 : 1 }), ...(sort?.field !== '_id' && { _id: -1 }) })

/** A query for what matches all of these; `undefined` without any. */
export function allOf(...queries: (MongoQuery | undefined)[]): MongoQuery | undefined {
  const parts = queries.filter((query) => query !== undefined)
  return parts.length > 1 ? { $and: parts } : parts[0]
}

/** A query for the matches up to an `_id`; for all of them without one. */
export const upToId = (query: MongoQuery | undefined, id: number | null) =>
  id === null ? query : allOf(query, { _id: { $lte: id } })

/** A query for the matches above an `_id`: those that arrived after it. */
export const afterId = (query: MongoQuery | undefined, id: number) => allOf(query, { _id: { $gt: id } })

const fieldsParam = (fields: readonly string[] | undefined) => fields && { fields: JSON.stringify(fields) }
const queryParam = (query: MongoQuery | undefined) => query && { query: JSON.stringify(query) }
const ONLY_ID = fieldsParam(['_id'])

interface QueryContext {
  client: QueryClient
  signal: AbortSignal
}

const get = async <Schema extends z.ZodMiniType>(
  { client, signal }: QueryContext,
  assetUid: string,
  schema: Schema,
  params: Record<string, string | number>,
  timeout?: number,
) =>
  kpiOf(client).get(`api/v2/assets/${assetUid}/data/`, schema, {
    query: params,
    signal,
    ...(timeout && { timeout }),
  })

interface RowsRequest {
  query: MongoQuery | undefined
  sort: SubmissionSort | null
  fields: readonly string[] | undefined
  start?: number
  limit: number
}

/** Milliseconds. Rows of a large form take long. */
const ROWS_TIMEOUT = 120_000

/** Loads rows, and stores in each which of its fields were loaded. Every query for a list of rows uses this function. */
async function getRows(context: QueryContext, assetUid: string, { query, sort, fields, ...pagination }: RowsRequest) {
  const params = { ...pagination, sort: sortParam(sort), ...queryParam(query), ...fieldsParam(namedFields(fields)) }
  const page = await get(context, assetUid, Page(Submission), params, ROWS_TIMEOUT)
  const loaded = fieldsLoadedBy(fields)
  for (const row of page.results) setLoadedFields(row, loaded)
  return page
}

const Count = z.object({ count: z.number() })
const Ids = z.object({ count: z.number(), results: z.array(z.object({ _id: z.number() })) })

/** The newest submission that matches, and how many match. */
export interface NewestSubmission {
  count: number
  /** Its `_id`; `null` where none matches. */
  key: number | null
}

export const submissionQueries = {
  all: (assetUid: string) => ['submissions', assetUid] as const,
  pages: (assetUid: string) => [...submissionQueries.all(assetUid), 'page'] as const,
  /** Among the pages: further columns of their submissions. */
  columnLists: (assetUid: string) => [...submissionQueries.pages(assetUid), 'columns'] as const,
  counts: (assetUid: string) => [...submissionQueries.all(assetUid), 'count'] as const,

  /** One page of the table, newest first. Refused for a draft [0750]. */
  page: (assetUid: string, { page, pageSize, query, sort = null, maxId = null, fields, idPage = null }: PageRequest) =>
    queryOptions({
      queryKey: [
        ...submissionQueries.pages(assetUid),
        { page, pageSize, query, sort, maxId, fields, ids: idPage?.ids },
      ],
      queryFn: (context) => {
        const rows = async (request: Pick<RowsRequest, 'query' | 'start' | 'limit'>) =>
          getRows(context, assetUid, { sort, fields, ...request })
        return idPage
          ? readIdPage(idPage, (byIds, limit) => rows({ query: byIds, limit }))
          : rows({ query: upToId(query, maxId), start: (page - 1) * pageSize, limit: pageSize })
      },
      structuralSharing: shareRows,
      placeholderData: keepPreviousOf(submissionQueries.pages(assetUid)),
    }),

  /** Further answers of submissions on a loaded page. Its key starts like a page's, since the same changes affect it. */
  columns: (assetUid: string, { query, ids, fields }: ColumnsRequest) => {
    const byIds = { _id: 'highest' in ids ? { $lte: ids.highest, $gte: ids.lowest } : { $in: ids } }
    const request = { limit: 1000, sort: null, query: 'highest' in ids ? allOf(query, byIds) : byIds, fields }
    return queryOptions({
      queryKey: [...submissionQueries.columnLists(assetUid), request],
      queryFn: (context) => getRows(context, assetUid, request),
      structuralSharing: shareRows,
      gcTime: 60_000,
    })
  },

  /** The next submissions below an `_id`, newest first: one step of a walk over all. The cache does not keep it. */
  cursorPage: (assetUid: string, { query, fields, cursor, limit }: CursorRequest) => {
    const below = cursor === null ? undefined : { _id: { $lt: cursor } }
    const request = { limit, sort: null, query: allOf(query, below), fields }
    return queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'cursor-page', request],
      queryFn: (context) => getRows(context, assetUid, request),
      structuralSharing: shareRows,
      staleTime: 0,
      gcTime: 0,
    })
  },

  /** The newest submission that matches, after `skip` others, and how many match. Always stale. */
  newest: (assetUid: string, query: MongoQuery | undefined, skip = 0) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'newest', query ?? {}, skip],
      queryFn: async (context): Promise<NewestSubmission> => {
        const params = { start: skip, limit: 1, sort: sortParam(null), ...ONLY_ID, ...queryParam(query) }
        const { count, results } = await get(context, assetUid, Ids, params)
        return { count, key: results[0]?._id ?? null }
      },
      staleTime: 0,
    }),

  /** The `_id`s of the submissions on a page of the table, in its order. */
  ids: (assetUid: string, { page, pageSize, query, sort = null }: PageRequest) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'ids', page, pageSize, query ?? {}, sort],
      queryFn: async (context): Promise<IdPage> => {
        const pagination = { start: (page - 1) * pageSize, limit: pageSize, sort: sortParam(sort) }
        const params = { ...pagination, ...ONLY_ID, ...queryParam(query) }
        const { count, results } = await get(context, assetUid, Ids, params)
        return { count, ids: results.map(({ _id }) => _id) }
      },
    }),

  /** The number of submissions that match [0734]. */
  count: (assetUid: string, query: MongoQuery | undefined) =>
    queryOptions({
      queryKey: [...submissionQueries.counts(assetUid), query ?? {}],
      queryFn: async (context) =>
        (await get(context, assetUid, Count, { limit: 1, ...ONLY_ID, ...queryParam(query) })).count,
    }),

  /** One submission with all its answers, by its `_id` [0740]. */
  one: (assetUid: string, submissionId: number) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'one', submissionId],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/`, Submission, { signal }),
      structuralSharing: shareRows,
    }),

  /** The URL of the web form (Enketo) with a submission, to view or edit it. It expires [0860, 0861]. */
  enketo: (assetUid: string, submissionId: number, purpose: 'edit' | 'view') =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'enketo', purpose, submissionId],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/enketo/${purpose}/`, EnketoLink, {
          query: { return_url: false },
          signal,
        }),
      staleTime: 0,
      gcTime: 0,
    }),
}
