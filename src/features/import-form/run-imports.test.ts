import { utils, write } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bindCache, setTransport, type Transport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { accountKey, importJobs } from './import-jobs.ts'
import { cancelImport, keepWaiting, restartImport, startImports } from './run-imports.ts'

const SERVER = 'https://kf.example.org'
const ALICE = { kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } } as const

const ALICE_ID = connectionId(ALICE)

const sheet = utils.book_new()
utils.book_append_sheet(sheet, utils.aoa_to_sheet([['type', 'name', 'label']]), 'survey')
const xlsx = write(sheet, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
const form = (name = 'form.xlsx') => new File([xlsx], name)

let client: QueryClient
/** Uploads that arrived, with the means to answer each. */
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

const jobs = (of = client) => of.getQueryData(importJobs(accountKey(of)).queryKey) ?? []
const stages = () => jobs().map(({ stage }) => stage)
const arrived = (count: number) => vi.waitFor(() => expect(uploads).toHaveLength(count))
/** What a reload of the tab leaves: no cache, but the tab's own storage. */
const reload = (id: string) => {
  client = new QueryClient()
  bindCache(client, id)
  client.setQueryData(importJobs(accountKey(client)).queryKey, importJobs(accountKey(client)).initialData)
}
const firstId = () => jobs()[0]?.id ?? ''

beforeEach(() => {
  client = new QueryClient()
  uploads = []
  bindCache(client, connections.use(ALICE))
  setTransport(SERVER, server)
})

afterEach(() => {
  connections.forgetAll()
  sessionStorage.clear()
})

describe('importing files', () => {
  it('sends each once, as a survey and not for the library [0257]', async () => {
    startImports(client, [form()])
    await arrived(1)
    expect(stages()).toEqual(['sending'])
    expect(
      [...(uploads[0]?.body.entries() ?? [])].map(([name, value]) => [name, value instanceof File || value]),
    ).toEqual([
      ['file', true],
      ['name', 'form.xlsx'],
      ['library', 'false'],
    ])
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(jobs()[0]).toMatchObject({ stage: 'sent', importUid: 'i1' }))
    expect(uploads).toHaveLength(1)
  })

  it('sends nothing that is no spreadsheet', async () => {
    startImports(client, [new File(['%PDF-1.7'], 'form.xlsx'), new File([], 'empty.xlsx')])
    await vi.waitFor(() => expect(stages()).toEqual(['refused', 'refused']))
    expect(jobs().map((job) => job.stage === 'refused' && job.reason)).toEqual(['pdf', 'empty'])
    expect(uploads).toEqual([])
  })

  it('sends three at a time, in the order in which they were picked', async () => {
    startImports(
      client,
      ['1', '2', '3', '4'].map((name) => form(`${name}.xlsx`)),
    )
    await arrived(3)
    expect(stages().toSorted()).toEqual(['queued', 'sending', 'sending', 'sending'])
    uploads[0]?.answer(created('i1'))
    await arrived(4)
    expect(uploads.map(({ body }) => body.get('name'))).toEqual(['1.xlsx', '2.xlsx', '3.xlsx', '4.xlsx'])
  })

  it('keeps the server’s words where it refuses', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(Response.json({ detail: 'You have exceeded your storage.' }, { status: 403 }))
    await vi.waitFor(() => expect(jobs()[0]).toMatchObject({ stage: 'unsent', error: { kind: 'forbidden' } }))
    restartImport(client, firstId(), form())
    await arrived(2)
  })

  it('does not know what the server has where no answer came back, and sends nothing by itself', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.fail()
    await vi.waitFor(() => expect(jobs()[0]).toMatchObject({ stage: 'unknown', error: { kind: 'offline' } }))
    expect(uploads).toHaveLength(1)
  })

  it('can be cancelled while it is sent, and while the server works', async () => {
    startImports(client, [form()])
    await arrived(1)
    cancelImport(client, firstId())
    expect(jobs()[0]).toMatchObject({ stage: 'stopped', reached: 'maybe' })

    restartImport(client, firstId(), form())
    await arrived(2)
    uploads[1]?.answer(created('i2'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    cancelImport(client, firstId())
    expect(jobs()[0]).toMatchObject({ stage: 'stopped', reached: 'yes', importUid: 'i2' })
    keepWaiting(client, firstId())
    expect(jobs()[0]).toMatchObject({ stage: 'sent', importUid: 'i2' })
  })
})

describe('a reload of the tab', () => {
  it('takes up again what was sent, by its id, and sends nothing', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    reload(ALICE_ID)
    expect(jobs()).toMatchObject([{ fileName: 'form.xlsx', stage: 'sent', importUid: 'i1' }])
    expect(uploads).toHaveLength(1)
  })

  it('does not know what became of a file that was being sent', async () => {
    startImports(client, [form()])
    await arrived(1)
    reload(ALICE_ID)
    expect(jobs()).toMatchObject([{ fileName: 'form.xlsx', stage: 'unknown' }])
    expect(uploads).toHaveLength(1)
  })

  it('goes on waiting for nothing that the person gave up', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    cancelImport(client, firstId())
    reload(ALICE_ID)
    expect(jobs()).toMatchObject([{ stage: 'stopped', reached: 'yes', importUid: 'i1' }])
  })
})

describe('another account', () => {
  it('sees no imports but its own, while those of the one before go on', async () => {
    startImports(client, [form()])
    await arrived(1)
    const alices = client
    reload(connections.use({ ...ALICE, username: 'bob' }))
    expect(jobs()).toEqual([])
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(jobs(alices)).toMatchObject([{ stage: 'sent', importUid: 'i1' }]))
    expect(jobs()).toEqual([])
  })

  it('finds nothing after signing out', async () => {
    startImports(client, [form()])
    await arrived(1)
    expect(Object.keys(sessionStorage)).toContain('fieldboard.of:alice%40https%3A%2F%2Fkf.example.org:imports:')
    connections.forgetAll()
    expect(Object.keys(sessionStorage)).toEqual(['fieldboard.connection'])
  })
})
