// @vitest-environment happy-dom
import { utils, write } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bindCache, setTransport, type Transport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { ImportTask } from '#/api/kpi/imports/schema.ts'
import { accountKey, importsQuery, itemsOf, restoreJob } from './import-job.ts'
import { dismissImports, importRepeated, restartImport, startImports } from './run-imports.ts'

const SERVER = 'https://kf.example.org'
const ALICE = { kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } } as const

const ALICE_ID = connectionId(ALICE)

/** Files of other names have another content, unless it is given. */
function form(name = 'form.xlsx', ...rows: string[][]) {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['type', 'name', 'label'], ...(rows.length > 0 ? rows : [['text', 'q', name]])]),
    'survey',
  )
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], name)
}

let client: QueryClient
/** Uploads that arrived, with functions to respond to each. */
let uploads: { body: FormData; answer: (response: Response) => void; fail: () => void }[]

const created = (uid: string) => Response.json({ uid, url: `${SERVER}/…`, status: 'processing' }, { status: 201 })

const server: Transport = async (request) => {
  const body = await request.formData()
  return new Promise((resolve, reject) => {
    const fail = () => reject(new TypeError('Failed to fetch'))
    uploads.push({ body, answer: resolve, fail })
    request.signal.addEventListener('abort', fail)
  })
}

const items = (cache = client) => itemsOf(cache.getQueryData(importsQuery(accountKey(cache)).queryKey))
const stages = () => items().map(({ stage }) => stage)
const arrived = (count: number) => vi.waitFor(() => expect(uploads).toHaveLength(count))
/** Simulates a reload of the tab: a new cache, and the same session storage. */
const reload = (id: string) => {
  client = new QueryClient()
  bindCache(client, id)
  client.setQueryData(importsQuery(accountKey(client)).queryKey, restoreJob(accountKey(client)))
}
const firstId = () => items()[0]?.id ?? ''

beforeEach(() => {
  client = new QueryClient()
  uploads = []
  bindCache(client, connections.use(ALICE))
  setTransport(SERVER, server)
})

afterEach(async () => {
  connections.forgetAll()
  await new Promise((done) => setTimeout(done)) // uploads that are aborted now end
  sessionStorage.clear()
})

describe('what is chosen twice', () => {
  const repetitions = () => items().map((item) => (item.stage === 'repeated' ? item.repetition : item.stage))

  it('waits for a decision, whether its content or its name is the same, and is imported or left out', async () => {
    startImports(client, [form('a.xlsx'), form('copy.xlsx', ['text', 'q', 'a.xlsx']), form('A.xls')])
    await vi.waitFor(() =>
      expect(repetitions()).toEqual([
        'sending',
        { fileName: 'a.xlsx', by: 'content' },
        { fileName: 'a.xlsx', by: 'name' },
      ]),
    )
    expect(uploads).toHaveLength(1)
    importRepeated(client, items()[1]?.id ?? '')
    await arrived(2)
    dismissImports(client, [items()[2]?.id ?? ''])
    expect(items().map(({ fileName }) => fileName)).toEqual(['a.xlsx', 'copy.xlsx'])
    expect(uploads[1]?.body.get('name')).toBe('copy.xlsx')
  })

  it('is noticed after the first one was sent, and after a reload of the tab', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    reload(ALICE_ID)
    startImports(client, [form('renamed.xlsx', ['text', 'q', 'form.xlsx'])])
    await vi.waitFor(() => expect(repetitions()[0]).toEqual({ fileName: 'form.xlsx', by: 'content' }))
  })

  it('is no repetition of an import that made no project', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    const messages = { error: 'unknown type', error_type: 'ValueError' }
    client.setQueryData(importQueries.task('i1').queryKey, ImportTask.parse({ uid: 'i1', status: 'error', messages }))
    startImports(client, [form()])
    await arrived(2)
  })

  it('is one that may have arrived, too', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.fail()
    await vi.waitFor(() => expect(stages()).toEqual(['unknown']))
    startImports(client, [form()])
    await vi.waitFor(() => expect(stages()).toEqual(['repeated', 'unknown']))
    expect(uploads).toHaveLength(1)
  })
})

describe('links', () => {
  it('are fetched by the server, under the name that they end with [0237]', async () => {
    startImports(client, [
      'https://ee.example.org/files/household%20v2.xlsx',
      'https://ee.example.org/export?format=xlsx',
    ])
    await arrived(2)
    expect(uploads.map(({ body }) => Object.fromEntries(body.entries()))).toEqual([
      { url: 'https://ee.example.org/files/household%20v2.xlsx', name: 'household v2.xlsx', library: 'false' },
      { url: 'https://ee.example.org/export?format=xlsx', name: 'ee.example.org', library: 'false' },
    ])
  })

  it('repeat each other by their address', async () => {
    startImports(client, ['https://ee.example.org/a.xlsx', 'https://ee.example.org/a.xlsx'])
    await vi.waitFor(() => expect(stages()).toEqual(['sending', 'repeated']))
  })

  it('can be sent again after a reload of the tab', async () => {
    startImports(client, ['https://ee.example.org/a.xlsx'])
    await arrived(1)
    reload(ALICE_ID)
    expect(items()).toMatchObject([{ stage: 'unknown', link: 'https://ee.example.org/a.xlsx' }])
    restartImport(client, firstId(), 'https://ee.example.org/a.xlsx')
    await arrived(2)
  })
})
