import { read, utils } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { type MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { type SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { formColumns, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { type Condition, NO_FILTER } from '#/dataset/query/filter.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { type ExportOptions, type ExportSource, toExportRequest } from './export-request.ts'
import { createExportRun, type ExportOutcome, type ExportPort, type ExportRunProgress } from './export-run.ts'
import { createExportWork } from './export-writer-host.ts'

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

/** The worker's work, here. Messages are copied as between threads. */
function portHere(): ExportPort {
  let tell: Parameters<ExportPort['listen']>[0] = () => {}
  const take = createExportWork((message) => queueMicrotask(() => tell(message)))
  let before: Promise<unknown> = Promise.resolve()
  return {
    post: (message) => {
      const copy = structuredClone(message)
      before = before.then(() => take(copy))
    },
    listen: (onMessage) => {
      tell = onMessage
    },
    end: () => {},
  }
}

const OPTIONS: ExportOptions = {
  format: 'csv',
  ids: null,
  columns: 'all',
  language: null,
  groups: false,
  eachChoice: false,
  metadata: true,
  csv: { separator: ',', decimal: '.' },
  place: 'hh/location',
}

async function start(options: Partial<ExportOptions> = {}, change: Partial<ExportSource> = {}) {
  const asset = await client.query(assetQueries.detail(uid))
  const form = formColumns(asset.content)
  const source = { asset, filter: NO_FILTER, sort: null, shown: [...SYSTEM_COLUMNS, ...form], form, ...change }
  const words = { t: i18n.getFixedT('en', ['exporting', 'submissions']), timeZone: 'UTC' }
  const request = toExportRequest(client, source, { ...OPTIONS, ...options }, words)
  const seen: ExportRunProgress[] = []
  const run = createExportRun({ ...request, pageSize: 100 }, portHere(), (progress) => seen.push(progress))
  return { go: () => run.go(new AbortController().signal), seen }
}

async function bookOf(file: Blob) {
  const { Sheets, SheetNames } = read(await file.arrayBuffer(), { type: 'array', raw: true })
  const sheets = Object.entries(Sheets).map(([name, sheet]) => [
    name,
    utils.sheet_to_json<Record<string, string>>(sheet, { raw: false, defval: '' }),
  ]) satisfies [string, unknown][]
  return { table: sheets[0]?.[1] as Record<string, string>[], sheets: Object.fromEntries(sheets), names: SheetNames }
}

const made = async (...how: Parameters<typeof start>) => {
  const outcome = await (await start(...how)).go()
  return { outcome, ...(await bookOf(outcome.file)) }
}

/** A number is the same with and without zeros at its end. */
const asNumbers = (row: Record<string, string>) =>
  Object.values(row).map((text) => (/^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text))

const idsIn = (table: readonly Record<string, string>[]) => table.map(({ _id }) => Number(_id))

/** As the table pages through them. */
async function shownIds(query?: MongoQuery, sort: SubmissionSort | null = null) {
  const ids: number[] = []
  for (let page = 1; ; page += 1) {
    const { results, count } = await client.query(submissionQueries.page(uid, { page, pageSize: 1000, query, sort }))
    ids.push(...results.map(({ _id }) => _id))
    if (ids.length >= count) return ids
  }
}

describe('an export', { timeout: 60_000 }, () => {
  it('has each submission once, newest first, as the table does', async () => {
    const { go, seen } = await start()
    const { file, rows } = await go()
    expect(rows).toBe(1060)
    expect(idsIn((await bookOf(file)).table)).toEqual(await shownIds())
    expect(seen.at(-1)).toEqual({ phase: 'writing', done: 1060, of: 1060 })
  })

  it('has the rows that the demo gives for the query, in its order, whatever is asked', async () => {
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
        field: fc.constantFrom('hh/village', '_submitted_by', '_submission_time', '_id', '_validation_status.uid'),
        descending: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        filter,
        sort,
        fc.constantFrom('csv' as const, 'xlsx' as const),
        async (looked, sorted, format) => {
          const { outcome, table } = await made(
            { format, columns: 'shown' },
            { filter: looked, sort: sorted, shown: [] },
          )
          const expected = await shownIds(toDataQuery(looked, content), sorted)
          expect(idsIn(table)).toEqual(expected)
          expect(outcome.rows).toBe(expected.length)
        },
      ),
      { numRuns: 8 },
    )
  })

  it('sorts numbers by their size', async () => {
    const { table } = await made({}, { sort: { field: 'hh/people', descending: true } })
    const people = table.map((row) => Number(row['hh/people'] || -1))
    expect(people).toEqual(people.toSorted((a, b) => b - a))
    expect(people[0]).toBeGreaterThan(9)
  })

  it('has the ticked rows, without those that are gone', async () => {
    const all = await shownIds()
    const ids = new Set([...all.slice(40, 290), 999_999_999])
    const { table } = await made({ ids })
    expect(idsIn(table)).toEqual(all.slice(40, 290))
  })

  it.each([undefined, 700])('goes on after a fault, with none twice or left out: %s ticked', async (ticked) => {
    const all = (await shownIds()).slice(0, ticked)
    const ids = ticked === undefined ? null : new Set(all.toReversed())
    let requests = 0
    setTransport(DEMO_CONNECTION.server, (request) => {
      requests += 1
      return requests % 3 === 0 ? Promise.resolve(new Response('', { status: 502 })) : answer(request)
    })
    const { go } = await start({ ids })
    let faults = 0
    let outcome: unknown = new ApiError('offline', '')
    for (; outcome instanceof ApiError && faults < 20; faults += 1)
      outcome = await go().catch((error: unknown) => error)
    expect(faults).toBeGreaterThan(1)
    expect(idsIn((await bookOf((outcome as ExportOutcome).file)).table)).toEqual(all)
  })

  it('says the same in XLSX as in CSV, and has the entries of repeat groups on their own sheets', async () => {
    const ids = new Set((await shownIds()).slice(0, 250))
    const csv = await made({ ids, language: 0 })
    const xlsx = await made({ ids, language: 0, format: 'xlsx' })
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

  it('makes a feature of each submission with a place, and counts the others', async () => {
    const { go } = await start({ format: 'geojson', language: 0 })
    const { file, rows, withoutPlace } = await go()
    const { type, features } = JSON.parse(await file.text()) as GeoJson
    const answered = await shownIds({ 'hh/location': { $exists: true } })
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(answered.length)
    expect(features.map(({ properties }) => properties['Submission'])).toEqual(answered)
    expect(rows - withoutPlace).toBe(answered.length)
    const places = features.map(({ geometry }) => geometry.coordinates)
    expect(places.every(([lon, lat]) => lon > 30 && lat < 10)).toBe(true)
  })
})

interface GeoJson {
  type: string
  features: { geometry: { coordinates: [number, number] }; properties: Record<string, unknown> }[]
}
