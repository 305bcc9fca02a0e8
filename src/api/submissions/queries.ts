import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { kpiOf } from '../client.ts'
import { Page } from '../pagination.ts'
import { Submission } from './schema.ts'

export const PAGE_SIZES = [30, 100, 500, 1000] as const
export type PageSize = (typeof PAGE_SIZES)[number]

export interface SubmissionPage {
  /** Counts from 1. */
  page: number
  pageSize: PageSize
}

/** KPI gives no order by itself; newest first is ours. */
const NEWEST_FIRST = '{"_id":-1}'

export const submissionQueries = {
  all: (assetUid: string) => ['submissions', assetUid] as const,
  pages: (assetUid: string) => [...submissionQueries.all(assetUid), 'page'] as const,

  /** One page of the table, newest first. Refused for a draft [0750]. */
  page: (assetUid: string, { page, pageSize }: SubmissionPage) =>
    queryOptions({
      queryKey: [...submissionQueries.pages(assetUid), page, pageSize],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/data/`, Page(Submission), {
          query: { start: (page - 1) * pageSize, limit: pageSize, sort: NEWEST_FIRST },
          signal,
          timeout: 120_000,
        }),
      placeholderData: keepPreviousData,
    }),

  /** One submission, by its `_id` [0740]: where it is not on the page that is shown. */
  one: (assetUid: string, submissionId: number) =>
    queryOptions({
      queryKey: [...submissionQueries.all(assetUid), 'one', submissionId],
      queryFn: ({ client, signal }) =>
        kpiOf(client).get(`api/v2/assets/${assetUid}/data/${submissionId}/`, Submission, { signal }),
    }),

  /** A file that came with a submission, by its URL in the answer. */
  attachment: (url: string) =>
    queryOptions({
      queryKey: ['attachments', url],
      queryFn: async ({ client, signal }) => {
        const kpi = kpiOf(client)
        return kpi.blob(kpi.pathOf(url), { signal })
      },
      staleTime: Infinity,
    }),
}
