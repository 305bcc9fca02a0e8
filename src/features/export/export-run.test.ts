// @vitest-environment happy-dom
import { read, utils } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { formColumns, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { type Condition, NO_FILTER } from '#/dataset/query/filter.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import { kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { formOf, questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { arraySource } from '#/dataset/sources/testing/array-source.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { type ExportOptions, type ExportView, createExportRequest } from './export-request.ts'
import { createExportRun, type ExportOutcome, type ExportRunProgress } from './export-run.ts'
import { workerInThread } from '#/features/export/testing/worker-in-thread.ts'

const { uid } = DEMO_PROJECTS.household
let client: QueryClient
let answer: Transport

beforeEach(async () => {
  await startI18n()
  await i18n.loadNamespaces(['exporting', 'submissions'])
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  answer = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, (request) => answer(request))
  bindCache(client, connections.use(DEMO_CONNECTION))
})

const OPTIONS: ExportOptions = {
  format: 'csv',
  ids: null,
  columns: 'all',
  language: null,
  groupNames: false,
  choiceColumns: false,
  metadata: true,
  csv: { separator: ',', decimal: '.' },
  geometry: 'hh/location',
}

async function start(options: Partial<ExportOptions> = {}, change: Partial<ExportView> = {}) {
  const asset = await client.query(assetQueries.detail(uid))
  const source = kpiSource(asset)
  const form = formColumns(source.form)
  const view = {
    source,
    filter: NO_FILTER,
    sort: null,
    visibleColumns: [...SYSTEM_COLUMNS, ...form],
    formColumns: form,
    ...change,
  }
  const locale = {
    t: i18n.getFixedT('en', ['exporting', 'submissions']),
    timeZone: 'UTC',
    display: { t: i18n.getFixedT('en', 'submissions'), locale: 'en' },
  }
  const request = createExportRequest(client, view, { ...OPTIONS, ...options }, locale)
  const progress: ExportRunProgress[] = []
  const exportRun = createExportRun({ ...request, pageSize: 100 }, workerInThread(), (step) => progress.push(step))
  return { run: () => exportRun.run(new AbortController().signal), progress }
}

async function bookOf(file: Blob) {
  const { Sheets, SheetNames } = read(await file.arrayBuffer(), { type: 'array', raw: true })
  const sheets = Object.entries(Sheets).map(([name, sheet]) => [
    name,
    utils.sheet_to_json<Record<string, string>>(sheet, { raw: false, defval: '' }),
  ]) satisfies [string, unknown][]
  return { table: sheets[0]?.[1] as Record<string, string>[], sheets: Object.fromEntries(sheets), names: SheetNames }
}

const exported = async (...args: Parameters<typeof start>) => {
  const outcome = await (await start(...args)).run()
  return { outcome, ...(await bookOf(outcome.file)) }
}

/** Removes zeros at the end of decimals, which XLSX does not keep. */
const asNumbers = (row: Record<string, string>) =>
  Object.values(row).map((text) => (/^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text))

const idsIn = (table: readonly Record<string, string>[]) => table.map(({ _id }) => Number(_id))

/** The ids of all rows, in the order of the table. */
async function tableIds(query?: MongoQuery, sort: RowSort | null = null) {
  const ids: number[] = []
  for (let page = 1; ; page += 1) {
    const { results, count } = await client.query(submissionQueries.page(uid, { page, pageSize: 1000, query, sort }))
    ids.push(...results.map(({ _id }) => _id))
    if (ids.length >= count) return ids
  }
}

describe('an export', { timeout: 60_000 }, () => {
  it('contains each submission once, newest first, like the table', async () => {
    const { run, progress } = await start()
    const { file, rows } = await run()
    expect(rows).toBe(1060)
    expect(idsIn((await bookOf(file)).table)).toEqual(await tableIds())
    expect(progress.at(-1)).toEqual({ phase: 'writing', done: 1060, total: 1060 })
  })

  it('contains the rows that match any filter, in any order, like the table', async () => {
    const { content } = await client.query(assetQueries.detail(uid))
    const condition = fc.constantFrom<Condition>(
      { field: 'hh/people', test: { op: 'number', from: '3', to: '9' } },
      { field: 'hh/people', test: { op: 'number', from: null, to: '4' } },
      { field: 'hh/village', test: { op: 'blank' } },
      { field: 'hh/village', test: { op: 'contains', text: 'ka' } },
      { field: '_submitted_by', test: { op: 'person', names: ['enum_team_04', 'enum_team_02'] } },
    )
    const filter = fc.record({
      join: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(condition, { maxLength: 2 }),
    })
    const sort = fc.option(
      fc.record({
        // The server has these in the order of the table. The order of others is made here and there by the same code.
        field: fc.constantFrom('_submission_time', '_id'),
        descending: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        filter,
        sort,
        fc.constantFrom('csv' as const, 'xlsx' as const),
        async (rowFilter, rowSort, format) => {
          const { outcome, table } = await exported(
            { format, columns: 'visible' },
            { filter: rowFilter, sort: rowSort, visibleColumns: [] },
          )
          const expected = await tableIds(toMongoQuery(rowFilter, formOf(content)), rowSort)
          expect(idsIn(table)).toEqual(expected)
          expect(outcome.rows).toBe(expected.length)
        },
      ),
      { numRuns: 8 },
    )
  })

  it('sorts numbers by value, not as text', async () => {
    const { table } = await exported({}, { sort: { field: 'hh/people', descending: true } })
    const people = table.map((row) => Number(row['hh/people'] || -1))
    expect(people).toEqual(people.toSorted((a, b) => b - a))
    expect(people[0]).toBeGreaterThan(9)
  })

  it('contains the selected rows, without deleted ones', async () => {
    const all = await tableIds()
    const ids = new Set([...all.slice(40, 290), 999_999_999])
    const { table } = await exported({ ids })
    expect(idsIn(table)).toEqual(all.slice(40, 290))
  })

  it.each([undefined, 700])(
    'continues after an error without repeating or skipping rows: %s selected',
    async (selectedCount) => {
      const all = (await tableIds()).slice(0, selectedCount)
      const ids = selectedCount === undefined ? null : new Set(all.toReversed())
      let requests = 0
      setTransport(DEMO_CONNECTION.server, (request) => {
        requests += 1
        return requests % 3 === 0 ? Promise.resolve(new Response('', { status: 502 })) : answer(request)
      })
      const { run } = await start({ ids })
      let faults = 0
      let outcome: unknown = new ApiError('offline', '')
      for (; outcome instanceof ApiError && faults < 20; faults += 1)
        outcome = await run().catch((error: unknown) => error)
      expect(faults).toBeGreaterThan(1)
      expect(idsIn((await bookOf((outcome as ExportOutcome).file)).table)).toEqual(all)
    },
  )

  it('contains the same in XLSX as in CSV, and entries of repeat groups on their own sheets', async () => {
    const ids = new Set((await tableIds()).slice(0, 250))
    const csv = await exported({ ids, language: 0 })
    const xlsx = await exported({ ids, language: 0, format: 'xlsx' })
    expect(Object.keys(xlsx.table[0] ?? {})).toEqual(Object.keys(csv.table[0] ?? {}))
    expect(xlsx.table.map(asNumbers)).toEqual(csv.table.map(asNumbers))
    const [, name = ''] = xlsx.names
    const entries = xlsx.sheets[name] as Record<string, string>[]
    const counted = csv.table.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)
    expect(entries).toHaveLength(counted)
    expect(xlsx.outcome.entries).toBeGreaterThanOrEqual(counted)
    const known = new Set(csv.table.map((row) => row['Submission']))
    expect(entries.every((entry) => known.has(entry['Submission']))).toBe(true)
    const first = entries[0] ?? {}
    expect(xlsx.table[Number(first['Belongs to row']) - 1]?.['Submission']).toBe(first['Submission'])
  })

  it('writes a GeoJSON feature for each submission with a geometry, and counts the others', async () => {
    const { run } = await start({ format: 'geojson', language: 0 })
    const { file, rows, withoutGeometry } = await run()
    const { type, features } = JSON.parse(await file.text()) as GeoJson
    const answered = await tableIds({ 'hh/location': { $exists: true } })
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(answered.length)
    expect(features.map(({ properties }) => properties['Submission'])).toEqual(answered)
    expect(rows - withoutGeometry).toBe(answered.length)
    const coordinates = features.map(({ geometry }) => geometry.coordinates)
    expect(coordinates.every(([lon, lat]) => lon > 30 && lat < 10)).toBe(true)
  })
})

interface GeoJson {
  type: string
  features: { geometry: { coordinates: [number, number] }; properties: Record<string, unknown> }[]
}

it('exports the rows of any source, here of an array', async () => {
  const questions = questionsOf({ survey: [{ type: 'text', name: 'village', $xpath: 'village', label: 'Village' }] })
  const villages = ['Lokori', 'Kainuk', 'Katilu', 'Lokori', 'Lokitaung']
  const source = arraySource({ id: 'wells', questions, values: villages.map((village) => ({ village })) })
  const form = formColumns(source.form)
  const view = {
    source,
    filter: NO_FILTER,
    sort: null,
    visibleColumns: [...SYSTEM_COLUMNS, ...form],
    formColumns: form,
  }
  const locale = {
    t: i18n.getFixedT('en', ['exporting', 'submissions']),
    timeZone: 'UTC',
    display: { t: i18n.getFixedT('en', 'submissions'), locale: 'en' },
  }
  const table = async (options: Partial<ExportOptions>) => {
    const request = createExportRequest(client, view, { ...OPTIONS, geometry: '', ...options }, locale)
    const { file } = await createExportRun(request, workerInThread(), () => {}).run(new AbortController().signal)
    return (await bookOf(file)).table.map(({ village, _id }) => `${_id} ${village}`)
  }
  expect(await table({})).toEqual(['5 Lokori', '4 Kainuk', '3 Katilu', '2 Lokori', '1 Lokitaung'])
  expect(await table({ ids: new Set([1, 4]) })).toEqual(['4 Kainuk', '1 Lokitaung'])
})
