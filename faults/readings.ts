import { type QueryClient, type QueryKey, QueryObserver, type QueryObserverOptions } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { attachmentFile } from '#/api/kpi/submissions/attachments.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { xlsForm } from './files.ts'
import type { Scenario } from './scenarios.ts'

/** One thing that the app reads. */
export interface Reading {
  /** The factory of its options, as the test that looks for forgotten ones calls it. */
  factory: string
  /** Looks at it, as a page does. */
  look: (client: QueryClient) => Promise<Look>
  /** Where it is not as with JSON. */
  differs?: Record<string, Partial<Scenario>>
}

/** What a page sees of a reading. */
export interface Look {
  subscribe: (listener: () => void) => () => void
  refetch: () => Promise<unknown>
  getCurrentResult: () => { data: unknown; status: string; error: ApiError | null; isStale: boolean }
}

const { uid } = DEMO_PROJECTS.household

const looking =
  <Data, Shown, Key extends QueryKey>(
    options: QueryObserverOptions<Data, ApiError, Shown, Data, Key>,
  ): Reading['look'] =>
  async (client) =>
    new QueryObserver(client, options)

const seen = { kind: null, readings: 1 } as const

export const READINGS: Reading[] = [
  {
    factory: 'assetQueries.list',
    look: looking(assetQueries.list({ search: { text: '', status: 'all' }, ordering: 'name', page: 1, pageSize: 50 })),
  },
  { factory: 'assetQueries.counts', look: looking(assetQueries.counts('')) },
  { factory: 'assetQueries.detail', look: looking(assetQueries.detail(uid)) },
  { factory: 'assetQueries.submissionCounts', look: looking(assetQueries.submissionCounts(uid, 30)) },
  {
    factory: 'versionQueries.detail',
    look: async (client) => {
      const asset = await client.fetchQuery(assetQueries.detail(uid))
      return new QueryObserver(client, versionQueries.detail(uid, asset.deployed_versions.results[0]?.uid ?? ''))
    },
  },
  { factory: 'permissionQueries.list', look: looking(permissionQueries.list(uid)) },
  {
    factory: 'submissionQueries.page',
    look: looking(submissionQueries.page(uid, { page: 1, pageSize: 30 })),
  },
  {
    factory: 'submissionQueries.block',
    look: looking(
      submissionQueries.block(uid, { query: undefined, ids: { highest: 99, lowest: 1 }, fields: ['hh/people'] }),
    ),
  },
  {
    factory: 'submissionQueries.ids',
    look: looking(submissionQueries.ids(uid, { page: 1, pageSize: 30 })),
  },
  {
    factory: 'submissionQueries.below',
    look: looking(submissionQueries.below(uid, { below: null, limit: 30 })),
  },
  { factory: 'submissionQueries.count', look: looking(submissionQueries.count(uid, { 'hh/people': '5' })) },
  { factory: 'submissionQueries.newest', look: looking(submissionQueries.newest(uid, undefined)) },
  {
    factory: 'submissionQueries.one',
    look: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      return new QueryObserver(client, submissionQueries.one(uid, page.results[0]?._id ?? 0))
    },
  },
  {
    factory: 'submissionQueries.enketo',
    look: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      return new QueryObserver(client, submissionQueries.enketo(uid, page.results[0]?._id ?? 0, 'edit'))
    },
  },
  {
    factory: 'attachmentFile',
    look: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      const [attachment] = page.results.flatMap(attachmentsOf)
      return new QueryObserver(client, attachmentFile(attachment?.download_url ?? ''))
    },
    // Browsers themselves refuse a file that is shorter than announced.
    differs: { truncated: seen },
  },
  {
    factory: 'importQueries.task',
    look: async (client) => {
      const { uid: task } = await client.getMutationCache().build(client, uploadForm()).execute({ file: xlsForm() })
      return new QueryObserver(client, importQueries.task(task))
    },
  },
  {
    factory: 'userQueries.byName',
    look: looking(userQueries.byName('amina')),
    differs: { '404': seen }, // an account that there is not, is an answer too
  },
]
