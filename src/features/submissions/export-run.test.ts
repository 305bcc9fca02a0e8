import { read, utils } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { assetQueries } from '#/api/assets/queries.ts'
import { connections } from '#/api/connection.ts'
import { submissionQueries } from '#/api/submissions/queries.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { formColumns, SYSTEM_COLUMNS } from './columns.ts'
import { type ExportOptions, toExportRequest } from './export-request.ts'
import { createExportRun, type ExportPort, type ExportProgress } from './export-run.ts'
import { createExportWork } from './export-work.ts'

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

async function start(options: Partial<ExportOptions> = {}, sort: { field: string; descending: boolean } | null = null) {
  const asset = await client.query(assetQueries.detail(uid))
  const form = formColumns(asset.content)
  const source = { asset, filter: { join: 'and' as const, parts: [] }, sort, shown: [...SYSTEM_COLUMNS, ...form], form }
  const words = { t: i18n.getFixedT('en', ['exporting', 'submissions']), timeZone: 'UTC' }
  const request = toExportRequest(client, source, { ...OPTIONS, ...options }, words)
  const seen: ExportProgress[] = []
  const run = createExportRun({ ...request, pageSize: 100 }, portHere(), (progress) => seen.push(progress))
  return { go: () => run.go(new AbortController().signal), seen }
}

async function tableOf(file: Blob, name?: string): Promise<Record<string, string>[]> {
  const book = read(await file.arrayBuffer(), { type: 'array', raw: true })
  return utils.sheet_to_json(book.Sheets[name ?? book.SheetNames[0] ?? ''] ?? {}, { raw: true, defval: '' })
}

const allRows = async () =>
  (await client.query(submissionQueries.page(uid, { page: 1, pageSize: 1000 }))).results.map(({ _id }) => _id)

describe('an export', () => {
  it('has each submission once, newest first, as the table does', async () => {
    const { go, seen } = await start()
    const { file, rows } = await go()
    const table = await tableOf(file)
    expect(rows).toBe(1060)
    expect(table.slice(0, 1000).map(({ _id }) => Number(_id))).toEqual(await allRows())
    expect(seen.at(-1)).toEqual({ phase: 'writing', done: 1060, of: 1060 })
  })
})
