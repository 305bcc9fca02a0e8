import {
  InfiniteQueryObserver,
  type QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { accountQueries } from '#/api/kpi/account/queries.ts'
import { accessQueries } from '#/api/kpi/access/queries.ts'
import { accessLogQueries } from '#/api/kpi/access-logs/queries.ts'
import { metadataQueries } from '#/api/kpi/asset-metadata/queries.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { startExport } from '#/api/kpi/exports/mutations.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import { historyQueries } from '#/api/kpi/history/queries.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { openRosaQueries } from '#/api/kpi/open-rosa/queries.ts'
import { organizationQueries } from '#/api/kpi/organizations/queries.ts'
import { ownershipQueries } from '#/api/kpi/ownership/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { projectViewQueries } from '#/api/kpi/project-views/queries.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { attachmentFile } from '#/api/kpi/submissions/attachments.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { usageQueries } from '#/api/kpi/usage/queries.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { filesOf } from '#/dataset/model/system-fields.ts'
import { OPEN_INVITE } from '#/demo/seed/organizations.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { OPTIONS } from './export-cases.ts'
import { xlsForm } from './files.ts'
import type { Scenario } from './scenarios.ts'

/** A query of the app. */
export interface QueryCase {
  /** Name of the function that creates its options, as in `coverage.test.ts`. */
  factory: string
  /** Observes the query, as a page does. */
  observe: (client: QueryClient) => Promise<ObservedQuery>
  /** Differences from the usual results by scenario, if the response is not JSON. */
  overrides?: Record<string, Partial<Scenario>>
}

/** The observed query. */
export interface ObservedQuery {
  subscribe: (listener: () => void) => () => void
  refetch: () => Promise<unknown>
  getCurrentResult: () => { data: unknown; status: string; error: ApiError | null; isStale: boolean }
}

const { uid } = DEMO_PROJECTS.household

const observing =
  <Data, Shown, Key extends QueryKey>(
    options: QueryObserverOptions<Data, ApiError, Shown, Data, Key>,
  ): QueryCase['observe'] =>
  async (client) =>
    new QueryObserver(client, options)

const LOG_PAGE = { page: 1, pageSize: 5 }
const hookUid = async (client: QueryClient) => (await client.fetchQuery(hookQueries.list(uid))).results[0]?.uid ?? ''

const readAtOnce = { kind: null, attempts: 1 } as const

export const QUERY_CASES: QueryCase[] = [
  {
    factory: 'assetQueries.list',
    observe: observing(
      assetQueries.list({ search: { text: '', status: 'all' }, ordering: 'name', page: 1, pageSize: 50 }),
    ),
  },
  { factory: 'assetQueries.counts', observe: observing(assetQueries.counts({ text: '', status: 'all' })) },
  { factory: 'assetQueries.detail', observe: observing(assetQueries.detail(uid)) },
  { factory: 'assetQueries.submissionCounts', observe: observing(assetQueries.submissionCounts(uid, 30)) },
  { factory: 'versionQueries.deployed', observe: observing(versionQueries.deployed(uid)) },
  {
    factory: 'versionQueries.detail',
    observe: async (client) => {
      const asset = await client.fetchQuery(assetQueries.detail(uid))
      return new QueryObserver(client, versionQueries.detail(uid, asset.deployed_versions.results[0]?.uid ?? ''))
    },
  },
  {
    factory: 'accessQueries.projects',
    observe: async (client) => new InfiniteQueryObserver(client, accessQueries.projects()),
  },
  {
    factory: 'historyQueries.entries',
    observe: async (client) =>
      new InfiniteQueryObserver(client, historyQueries.entries(uid, { action: '', person: '', withViews: false })),
  },
  { factory: 'historyQueries.actions', observe: observing(historyQueries.actions(uid)) },
  {
    factory: 'accessLogQueries.entries',
    observe: async (client) => new InfiniteQueryObserver(client, accessLogQueries.entries()),
  },
  { factory: 'usageQueries.service', observe: observing(usageQueries.service()) },
  { factory: 'usageQueries.enforcement', observe: observing(usageQueries.enforcement()) },
  {
    factory: 'usageQueries.organization',
    observe: observing(usageQueries.organization()),
    overrides: { '404': readAtOnce }, // older servers have none
  },
  { factory: 'usageQueries.projects', observe: observing(usageQueries.projects(null, 1, 'status')) },
  { factory: 'metadataQueries.choices', observe: observing(metadataQueries.choices()) },
  { factory: 'assetQueries.names', observe: observing(assetQueries.names()) },
  {
    factory: 'projectQueries.listed',
    observe: observing(projectQueries.listed(uid)),
    overrides: { 'unreadable-item': { kind: 'unreadable', attempts: 1 } },
  },
  { factory: 'projectQueries.templates', observe: observing(projectQueries.templates()) },
  { factory: 'tagQueries.names', observe: observing(tagQueries.names()) },
  { factory: 'fileQueries.media', observe: observing(fileQueries.media(uid)) },
  { factory: 'openRosaQueries.runningForm', observe: observing(openRosaQueries.runningForm(uid)) },
  {
    factory: 'openRosaQueries.runningFiles',
    observe: async (client) => {
      const form = await client.fetchQuery(openRosaQueries.runningForm(uid))
      return new QueryObserver(client, openRosaQueries.runningFiles(uid, form?.manifestPath ?? ''))
    },
  },
  { factory: 'environmentQueries.projectChoices', observe: observing(environmentQueries.projectChoices()) },
  { factory: 'environmentQueries.collectServer', observe: observing(environmentQueries.collectServer()) },
  { factory: 'hookQueries.list', observe: observing(hookQueries.list(uid)) },
  {
    factory: 'hookQueries.logs',
    observe: async (client) => new QueryObserver(client, hookQueries.logs(uid, await hookUid(client), LOG_PAGE)),
  },
  {
    factory: 'hookQueries.log',
    observe: async (client) => {
      const hook = await hookUid(client)
      const { results } = await client.fetchQuery(hookQueries.logs(uid, hook, LOG_PAGE))
      return new QueryObserver(client, hookQueries.log(uid, hook, results[0]?.uid ?? ''))
    },
  },
  { factory: 'hookQueries.rows', observe: observing(hookQueries.rows(uid, 'newest')) },
  {
    factory: 'hookQueries.rowXml',
    observe: async (client) => {
      const [row] = await client.fetchQuery(hookQueries.rows(uid, 'newest'))
      return new QueryObserver(client, hookQueries.rowXml(uid, row?._id ?? 0))
    },
    overrides: { truncated: readAtOnce },
  },
  { factory: 'environmentQueries.profileForm', observe: observing(environmentQueries.profileForm()) },
  { factory: 'accountQueries.own', observe: observing(accountQueries.own()) },
  { factory: 'organizationQueries.own', observe: observing(organizationQueries.own()) },
  {
    factory: 'organizationQueries.members',
    observe: async (client) => {
      const { organization } = await client.fetchQuery(organizationQueries.own())
      return new QueryObserver(client, organizationQueries.members(organization?.id ?? '', 1))
    },
  },
  {
    factory: 'organizationQueries.projects',
    observe: async (client) => {
      const { organization } = await client.fetchQuery(organizationQueries.own())
      return new QueryObserver(
        client,
        organizationQueries.projects(organization?.id ?? '', { text: '', page: 1, pageSize: 30 }),
      )
    },
  },
  { factory: 'organizationQueries.invite', observe: observing(organizationQueries.invite(OPEN_INVITE)) },
  { factory: 'projectViewQueries.list', observe: observing(projectViewQueries.list()) },
  {
    factory: 'projectViewQueries.projects',
    observe: async (client) => {
      const { results } = await client.fetchQuery(projectViewQueries.list())
      return new QueryObserver(
        client,
        projectViewQueries.projects(results[0]?.uid ?? '', { text: '', page: 1, pageSize: 30 }),
      )
    },
  },
  { factory: 'ownershipQueries.invites', observe: observing(ownershipQueries.invites('recipient')) },
  { factory: 'permissionQueries.list', observe: observing(permissionQueries.list(uid)) },
  {
    factory: 'submissionQueries.page',
    observe: observing(submissionQueries.page(uid, { page: 1, pageSize: 30 })),
  },
  {
    factory: 'submissionQueries.columns',
    observe: observing(
      submissionQueries.columns(uid, { query: undefined, ids: { highest: 99, lowest: 1 }, fields: ['hh/people'] }),
    ),
  },
  {
    factory: 'submissionQueries.ids',
    observe: observing(submissionQueries.ids(uid, { page: 1, pageSize: 30 })),
  },
  {
    factory: 'submissionQueries.cursorPage',
    observe: observing(submissionQueries.cursorPage(uid, { cursor: null, limit: 30 })),
  },
  { factory: 'submissionQueries.count', observe: observing(submissionQueries.count(uid, { 'hh/people': '5' })) },
  { factory: 'submissionQueries.newest', observe: observing(submissionQueries.newest(uid, undefined)) },
  {
    factory: 'submissionQueries.one',
    observe: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      return new QueryObserver(client, submissionQueries.one(uid, page.results[0]?._id ?? 0))
    },
  },
  {
    factory: 'submissionQueries.enketo',
    observe: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      return new QueryObserver(client, submissionQueries.enketo(uid, page.results[0]?._id ?? 0, 'edit'))
    },
  },
  {
    factory: 'attachmentFile',
    observe: async (client) => {
      const page = await client.fetchQuery(submissionQueries.page(uid, { page: 1, pageSize: 30 }))
      const [file] = page.results.flatMap(filesOf)
      return new QueryObserver(client, attachmentFile(file?.url ?? ''))
    },
    // Browsers detect truncated files themselves.
    overrides: { truncated: readAtOnce },
  },
  {
    factory: 'importQueries.task',
    observe: async (client) => {
      const { uid: task } = await client.getMutationCache().build(client, uploadForm()).execute({ file: xlsForm() })
      return new QueryObserver(client, importQueries.task(task))
    },
  },
  { factory: 'exportQueries.list', observe: observing(exportQueries.list(uid)) },
  { factory: 'exportQueries.settings', observe: observing(exportQueries.settings(uid)) },
  {
    factory: 'exportQueries.task',
    observe: async (client) => {
      const started = client.getMutationCache().build(client, startExport(uid))
      const { uid: task } = await started.execute({ options: OPTIONS, name: '' })
      return new QueryObserver(client, exportQueries.task(uid, task))
    },
  },
  {
    factory: 'userQueries.byName',
    observe: observing(userQueries.byName('amina')),
    overrides: { '404': readAtOnce }, // an unknown account is a valid result
  },
]
