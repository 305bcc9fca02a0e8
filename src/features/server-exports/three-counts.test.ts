// @vitest-environment happy-dom
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeAll, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { downloadExport, startExport } from '#/api/kpi/exports/mutations.ts'
import { DEFAULT_CHOICE, exportOptions } from '#/api/kpi/exports/options.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import { formColumns, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { type Condition, NO_FILTER, type RowFilter } from '#/dataset/query/filter.ts'
import { kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { createExportRequest } from '#/features/export/export-request.ts'
import { createExportRun } from '#/features/export/export-run.ts'
import { workerInThread } from '#/features/export/testing/worker-in-thread.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { parseCsv } from '#/lib/spreadsheet/parse-csv.ts'
import { toExportScope, toRowScope } from './export-scope.ts'

const { uid } = DEMO_PROJECTS.household
let client: QueryClient
let source: RowSource

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['exporting', 'submissions'])
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const demo = await createDemoTransport({ storage: 'memory', instantImports: true })
  setTransport(DEMO_CONNECTION.server, demo)
  bindCache(client, connections.use(DEMO_CONNECTION))
  source = kpiSource(await client.query(assetQueries.detail(uid)))
})

const where = (...parts: RowFilter['parts']): RowFilter => ({ join: 'and', parts })
const days = async () => {
  const page = await client.query(
    source.page({
      filter: NO_FILTER,
      sort: null,
      page: 1,
      pageSize: 100,
      snapshot: null,
      fields: undefined,
      keyPage: null,
    }),
  )
  const dates = page.results.map((row) => String(row['visit_date'])).toSorted()
  return { from: dates[20] ?? '', to: dates[60] ?? '' }
}

/** The rows of the table, of the file that is made in the page, and of the file that the server makes. */
async function threeCounts(filter: RowFilter, ids: readonly number[] | null) {
  const table = await client.query(
    source.page({ filter, sort: null, page: 1, pageSize: 30, snapshot: null, fields: undefined, keyPage: null }),
  )

  const columns = formColumns(source.form)
  const view = { source, filter, sort: null, visibleColumns: [...SYSTEM_COLUMNS, ...columns], formColumns: columns }
  const request = createExportRequest(
    client,
    view,
    {
      format: 'csv',
      ids: ids && new Set(ids),
      columns: 'all',
      language: null,
      groupNames: false,
      choiceColumns: false,
      metadata: true,
      csv: { separator: ';', decimal: '.' },
      geometry: '',
    },
    {
      t: i18n.getFixedT('en', ['exporting', 'submissions']),
      timeZone: 'UTC',
      display: { t: i18n.getFixedT('en', 'submissions'), locale: 'en' },
    },
  )
  const own = await createExportRun(request, workerInThread(), () => {}).run(new AbortController().signal)

  const scope = toExportScope({ filter, query: null, ids }, source.form)
  const options = exportOptions({ ...DEFAULT_CHOICE, type: 'csv' }, scope)
  const { uid: exportUid } = await new MutationObserver(client, startExport(uid)).mutate({ options, name: '' })
  const { result } = await client.query({ ...exportQueries.task(uid, exportUid), staleTime: 0 })
  const file = await new MutationObserver(client, downloadExport(uid)).mutate({ result: result ?? '', mimetype: '' })

  const idsIn = (text: string) => {
    const [headings = [], ...rows] = parseCsv(text)
    return rows.map((row) => Number(row[headings.indexOf('_id')])).toSorted((a, b) => a - b)
  }
  const [ownIds, serverIds] = [idsIn(await own.file.text()), idsIn(await file.text())]
  expect(serverIds).toEqual(ownIds)
  return { table: table.count, own: ownIds.length, server: serverIds.length, options }
}

const age = (from: string): Condition => ({ field: 'member/m_age', test: { op: 'number', from, to: null } })

const FILTERS: [name: string, filter: () => RowFilter | Promise<RowFilter>][] = [
  ['a choice', () => where({ field: 'hh/head_sex', test: { op: 'oneOf', values: ['f'] } })],
  ['several choices', () => where({ field: 'water/water_sources', test: { op: 'allOf', values: ['borehole'] } })],
  ['a text', () => where({ field: 'hh/village', test: { op: 'contains', text: 'ka' } })],
  ['numbers', () => where({ field: 'hh/people', test: { op: 'number', from: '3', to: '9' } })],
  ['days', async () => where({ field: 'visit_date', test: { op: 'day', ...(await days()) } })],
  ['what is blank', () => where({ field: 'hh/phone', test: { op: 'blank' } })],
  ['entries of a repeat group', () => where(age('60'))],
  [
    'a status',
    () =>
      where({ field: '_validation_status', test: { op: 'status', verdicts: ['validation_status_approved', null] } }),
  ],
  ['who sent it', () => where({ field: '_submitted_by', test: { op: 'person', names: ['enum_team_02'] } })],
  [
    'conditions and a group of them',
    () =>
      where(
        { field: 'hh/people', test: { op: 'atLeast', number: '4' } },
        { join: 'or', conditions: [age('70'), { field: 'hh/village', test: { op: 'startsWith', text: 'K' } }] },
      ),
  ],
]

it.each(FILTERS)(
  'the table and both exports have the same rows by a filter for %s',
  { timeout: 60_000 },
  async (_, make) => {
    const filter = await make()
    const { table, own, server, options } = await threeCounts(filter, null)
    expect({ own, server }).toEqual({ own: table, server: table })
    expect(table).toBeGreaterThan(0)
    expect(table).toBeLessThan(1060)
    // What the server stores is read as the same filter again.
    const { query, ...read } = toRowScope(options, source.form)
    expect(toExportScope({ query, ...read }, source.form).query).toEqual(options.query)
  },
)

it(
  'the table and both exports have all rows without a filter, and the same of a selection',
  { timeout: 60_000 },
  async () => {
    expect(await threeCounts(NO_FILTER, null)).toMatchObject({ table: 1060, own: 1060, server: 1060 })
    const { results } = await client.query(
      source.page({
        filter: NO_FILTER,
        sort: null,
        page: 2,
        pageSize: 100,
        snapshot: null,
        fields: ['_id'],
        keyPage: null,
      }),
    )
    const ids = results.slice(0, 37).map(({ _id }) => _id)
    expect(await threeCounts(NO_FILTER, ids)).toMatchObject({ own: 37, server: 37 })
  },
)
