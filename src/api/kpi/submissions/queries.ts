import { type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { kpiOf } from '#/api/client.ts'
import { keepPreviousOf } from '#/api/keep-previous.ts'
import { EnketoLink } from '#/api/kpi/enketo/schema.ts'
import { Page } from '#/api/pagination.ts'
import { fieldsLoadedBy, namedFields, setLoadedFields, shareRows } from './loaded-fields.ts'
import type { MongoQuery } from './mongo-query.ts'
import { type Listed, readListed } from './read-listed.ts'
import { type PageSize, type SubmissionSort } from './request.ts'
import { Submission } from './schema.ts'

export interface PageRequest {
  /** Counts from 1. */
  page: number
  pageSize: PageSize
  /** Which are looked for; all without it. */
  query?: MongoQuery | undefined
  /** Newest first without it. */
  sort?: SubmissionSort | null
  /** The highest `_id` that is wanted: what is sent later does not move the others from page to page. */
  upTo?: number | null
  /** Keys of the answers that are wanted, besides those that always come [0715]; all without it. */
  fields?: readonly string[] | undefined
  /** These, in place of what `query` and `sort` find. */
  listed?: Listed | null
}

/** Certain submissions: each by its `_id`, or those between two. */
export type IdsWanted = readonly number[] | { highest: number; lowest: number }

interface BlockRequest {
  query: MongoQuery | undefined
  ids: IdsWanted
  fields: readonly string[]
}

interface BelowRequest {
  query?: MongoQuery | undefined
  /** Keys of the answers that are wanted, besides those that always come [0715]; all without it. */
  fields?: readonly string[] | undefined
  /** `null`: from the newest. */
  below: number | null
  /** At most 1,000. */
  limit: number
}

/** KPI gives no order by itself; newest first is ours, also among those that are alike. */
const orderOf = (sort: SubmissionSort | null) =>
  JSON.stringify({ ...(sort && { [sort.field]: sort.descending ? -1 : 1 }), ...(sort?.field !== '_id' && { _id: -1 }) })

/** The query that finds what all of these find. */
export function allOf(...queries: (MongoQuery | undefined)[]): MongoQuery | undefined {
  const parts = queries.filter((query) => query !== undefined)
  return parts.length > 1 ? { $and: parts } : parts[0]
}

/** What a query finds up to an `_id`, both for those that are there and for those that came later. */
export const upToId = (query: MongoQuery | undefined, id: number | null) =>
  id === null ? query : allOf(query, { _id: { $lte: id } })
export const sinceId = (query: MongoQuery | undefined, id: number) => allOf(query, { _id: { $gt: id } })
const inFields = (fields: readonly string[] | undefined) => fields && { fields: JSON.stringify(fields) }
const ONLY_ID = inFields(['_id'])

const inQuery = (query: MongoQuery | undefined) => query && { query: JSON.stringify(query) }

interface Asker {
  client: QueryClient
  signal: AbortSignal
}

const read = async <Schema extends z.ZodMiniType>(
  { client, signal }: Asker,
  assetUid: string,
  schema: Schema,
  query: Record<string, string | number>,
  timeout?: number,
) => kpiOf(client).get(`api/v2/assets/${assetUid}/data/`, schema, { query, signal, ...(timeout && { timeout }) })

interface RowsRequest {
  query: MongoQuery | undefined
  sort: SubmissionSort | null
  fields: readonly string[] | undefined
  start?: number
  limit: number
}

/**
 * Rows, for which a server with a large form takes its time. Each says which of its fields were asked for. No other
 * function asks for rows of a list.
 */
async function readRows(asker: Asker, assetUid: string, { query, sort, fields, ...place }: RowsRequest) {
  const wanted = { ...place, sort: orderOf(sort), ...inQuery(query), ...inFields(namedFields(fields)) }
  const page = await read(asker, assetUid, Page(Submission), wanted, 120_000)
  const loaded = fieldsLoadedBy(fields)
  for (const row of page.results) setLoadedFields(row, loaded)
  return page
}

const Count = z.object({ count: z.number() })
const Ids = z.object({ count: z.number(), results: z.array(z.object({ _id: z.number() })) })

export interface Newest {
  count: number
  /** `null` where there is none. */
  id: number | null
}

export const submissionQueries = {
  all: (assetUid: string) => ['submissions', assetUid] as const,
  pages: (assetUid: string) => [...submissionQueries.all(assetUid), 'page'] as const,
  counts: (assetUid: string) => [...submissionQueries.all(assetUid), 'count'] as const,

  /** One page of the table, newest first. Refused for a draft [0750]. */
  page: (assetUid: string, { page, pageSize, query, sort = null, upTo = null, fields, listed = null }: PageRequest) =>
    queryOptions({
      queryKey: [
        ...submissionQueries.pages(assetUid),
        { page, pageSize, query, sort, upTo, fields, listed: listed?.ids },
      ],
      queryFn: (asker) => {
        const rows = async (wanted: Pick<RowsRequest, 'query' | 'start' | 'limit'>) =>
          readRows(asker, assetUid, { sort, fields, ...wanted })
        return listed
          ? readListed(listed, (these, limit) => rows({ query: these, limit }))
          : rows({ query: upToId(query, upTo), start: (page - 1) * pageSize, limit: pageSize })
      },
      structuralSharing: shareRows,
      placeholderData: keepPreviousOf(submissionQueries.pages(assetUid)),
    }),

  /** Some answers of submissions that are shown already. Kept with the pages, whose changes are theirs. */
  block: (assetUid: string, { query, ids, fields }: BlockRequest) => {
    const these = { _id: 'highest' in ids ? { $lte: ids.highest, $gte: ids.lowest } : { $in: ids } }
    const wanted = { limit: 1000, sort: null, query: 'highest' in ids ? allOf(query, these) : these, fields }
    return queryOptions({
      queryKey: [...submissionQueries.pages(assetUid), 'block', wanted],
      queryFn: (asker) => readRows(asker, assetUid, wanted),
      structuralSharing: shareRows,
      gcTime: 60_000,
    })
  },

  /** The next ones below an `_id`, newest first: a step of a walk over all of them. Kept by whoever walks. */
  below: (assetUid: string, { query, fields, below, limit }: BelowRequest) => {
    const lower = below === null ? undefined : { _id: { $lt: below } }
    const wanted = { limit, sort: null, query: allOf(query, lower), fields }
    return queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'below', wanted],
      queryFn: (asker) => readRows(asker, assetUid, wanted),
      structuralSharing: shareRows,
      staleTime: 0,
      gcTime: 0,
    })
  },

  /** The newest that a query looks for, and how many there are. Asked anew each time. */
  newest: (assetUid: string, query: MongoQuery | undefined) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'newest', query ?? {}],
      queryFn: async (asker): Promise<Newest> => {
        const wanted = { limit: 1, sort: orderOf(null), ...ONLY_ID, ...inQuery(query) }
        const { count, results } = await read(asker, assetUid, Ids, wanted)
        return { count, id: results[0]?._id ?? null }
      },
      staleTime: 0,
    }),

  /** Which submissions stand on a page of the table, in its order: for going from one to the next. */
  ids: (assetUid: string, { page, pageSize, query, sort = null }: PageRequest) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'ids', page, pageSize, query ?? {}, sort],
      queryFn: async (asker) => {
        const place = { start: (page - 1) * pageSize, limit: pageSize, sort: orderOf(sort) }
        const { count, results } = await read(asker, assetUid, Ids, { ...place, ...ONLY_ID, ...inQuery(query) })
        return { count, ids: results.map(({ _id }) => _id) }
      },
    }),

  /** How many there are that a query looks for [0734]. */
  count: (assetUid: string, query: MongoQuery | undefined) =>
    queryOptions({
      queryKey: [...submissionQueries.counts(assetUid), query ?? {}],
      queryFn: async (asker) => (await read(asker, assetUid, Count, { limit: 1, ...ONLY_ID, ...inQuery(query) })).count,
    }),

  /** One submission, by its `_id` [0740]: where it is not on the page that is shown. */
  one: (assetUid: string, submissionId: number) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'one', submissionId],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/`, Submission, { signal }),
      structuralSharing: shareRows,
    }),

  /** Where one opens in the web form, for looking or editing; the address is good for a while [0860, 0861]. */
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
