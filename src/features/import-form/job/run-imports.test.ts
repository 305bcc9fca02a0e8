// @vitest-environment happy-dom
import { utils, write } from '@e965/xlsx'
import { QueryClient } from '@tanstack/react-query'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bindCache, setTransport, type Transport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { accountKey, importsQuery, itemsOf, restoreJob } from './import-job.ts'
import { cancelImport, importAnyway, keepWaiting, restartImport, startImports } from './run-imports.ts'

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
    await vi.waitFor(() => expect(items()[0]).toMatchObject({ stage: 'sent', importUid: 'i1' }))
    expect(uploads).toHaveLength(1)
  })

  it('does not send files that are no spreadsheets', async () => {
    startImports(client, [new File(['%PDF-1.7'], 'form.xlsx'), new File([], 'empty.xlsx')])
    await vi.waitFor(() => expect(stages()).toEqual(['refused', 'refused']))
    expect(items().map((item) => item.stage === 'refused' && item.reason)).toEqual(['pdf', 'empty'])
    expect(uploads).toEqual([])
  })

  it('holds a form with errors until the person imports it anyway', async () => {
    const [started] = startImports(client, [form('form.xlsx', ['texxt', 'a', 'A'], ['select_one no', 'b', 'B'], ['', '', 'C'])]) // prettier-ignore
    expect(await started?.isHeld).toBe(true)
    expect(items()).toMatchObject([{ stage: 'held', counts: { errors: 2, warnings: 1, refused: 'import' } }])
    expect(uploads).toEqual([])
    importAnyway(client, firstId())
    await arrived(1)
    expect(stages()).toEqual(['sending'])
  })

  it('sends the corrected form in the place of one with errors', async () => {
    startImports(client, [form('form.xlsx', ['text', 'a', '${b}'])])
    await vi.waitFor(() => expect(items()).toMatchObject([{ stage: 'held', counts: { refused: 'deployment' } }]))
    expect(await restartImport(client, firstId(), form('form.xlsx', ['text', 'a', 'A'])).isHeld).toBe(false)
    await arrived(1)
    expect(items()).toMatchObject([{ stage: 'sending', counts: { errors: 0, warnings: 0, refused: null } }])
  })

  it('sends a form with warnings, and keeps their number', async () => {
    startImports(client, [form('form.xlsx', ['text', 'a', 'A'], ['', '', 'B'])])
    await arrived(1)
    expect(items()).toMatchObject([{ stage: 'sending', counts: { errors: 0, warnings: 1 } }])
  })

  it('sends a file that cannot be checked only if the person says so', async () => {
    // Looks like a spreadsheet, but cannot be read.
    const zip = zipSync({ 'xl/workbook.xml': strToU8('<nothing') })
    startImports(client, [new File([zip], 'form.xlsx')])
    await vi.waitFor(() => expect(stages()).toEqual(['unchecked']))
    expect(uploads).toEqual([])
    importAnyway(client, firstId())
    await arrived(1)
  })

  it('sends three files at a time, in the order in which they were chosen', async () => {
    startImports(
      client,
      ['1', '2', '3', '4'].map((name) => form(`${name}.xlsx`)),
    )
    await arrived(3)
    // The fourth file is checked meanwhile.
    await vi.waitFor(() => expect(stages().toSorted()).toEqual(['queued', 'sending', 'sending', 'sending']))
    uploads[0]?.answer(created('i1'))
    await arrived(4)
    expect(uploads.map(({ body }) => body.get('name'))).toEqual(['1.xlsx', '2.xlsx', '3.xlsx', '4.xlsx'])
  })

  it('keeps the error of a refused upload, which can be restarted', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(Response.json({ detail: 'You have exceeded your storage.' }, { status: 403 }))
    await vi.waitFor(() => expect(items()[0]).toMatchObject({ stage: 'unsent', error: { kind: 'forbidden' } }))
    restartImport(client, firstId(), form())
    await arrived(2)
  })

  it('does not send a file again after no response', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.fail()
    await vi.waitFor(() => expect(items()[0]).toMatchObject({ stage: 'unknown', error: { kind: 'offline' } }))
    expect(uploads).toHaveLength(1)
  })

  it('continues with the other files after a refusal and after no response', async () => {
    startImports(
      client,
      ['1', '2', '3', '4', '5'].map((name) => form(`${name}.xlsx`)),
    )
    await arrived(3)
    uploads[0]?.answer(Response.json({ detail: 'No.' }, { status: 403 }))
    uploads[1]?.fail()
    await arrived(5)
    for (const [index, { answer }] of uploads.entries()) answer(created(`i${index}`))
    await vi.waitFor(() => expect(stages()).toEqual(['unsent', 'unknown', 'sent', 'sent', 'sent']))
    expect(uploads).toHaveLength(5)
  })

  it('does not send a file that is cancelled while it is queued, until it is restarted', async () => {
    startImports(
      client,
      ['1', '2', '3', '4'].map((name) => form(`${name}.xlsx`)),
    )
    await arrived(3)
    const id = items()[3]?.id ?? ''
    cancelImport(client, id)
    expect(items()[3]).toMatchObject({ stage: 'stopped', reachedServer: 'no' })
    for (const { answer } of uploads.slice(0, 3)) answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent', 'sent', 'sent', 'stopped']))
    restartImport(client, id, form('4.xlsx'))
    await arrived(4)
    expect(items()[3]).toMatchObject({ id, stage: 'sending' })
  })

  it('cancels an upload, and waiting for an import', async () => {
    startImports(client, [form()])
    await arrived(1)
    cancelImport(client, firstId())
    expect(items()[0]).toMatchObject({ stage: 'stopped', reachedServer: 'maybe' })

    restartImport(client, firstId(), form())
    await arrived(2)
    uploads[1]?.answer(created('i2'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    cancelImport(client, firstId())
    expect(items()[0]).toMatchObject({ stage: 'stopped', reachedServer: 'yes', importUid: 'i2' })
    keepWaiting(client, firstId())
    expect(items()[0]).toMatchObject({ stage: 'sent', importUid: 'i2' })
  })
})

describe('a reload of the tab', () => {
  it('resumes polling what was sent, by its id, and sends nothing', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    reload(ALICE_ID)
    expect(items()).toMatchObject([{ fileName: 'form.xlsx', stage: 'sent', importUid: 'i1' }])
    expect(uploads).toHaveLength(1)
  })

  it('marks an interrupted upload as unknown', async () => {
    startImports(client, [form()])
    await arrived(1)
    reload(ALICE_ID)
    expect(items()).toMatchObject([{ fileName: 'form.xlsx', stage: 'unknown' }])
    expect(uploads).toHaveLength(1)
  })

  it('does not wait for a cancelled import', async () => {
    startImports(client, [form()])
    await arrived(1)
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(stages()).toEqual(['sent']))
    cancelImport(client, firstId())
    reload(ALICE_ID)
    expect(items()).toMatchObject([{ stage: 'stopped', reachedServer: 'yes', importUid: 'i1' }])
  })

  it('names the files that were not sent', async () => {
    startImports(
      client,
      ['1', '2', '3', '4'].map((name) => form(`${name}.xlsx`)),
    )
    await arrived(3)
    reload(ALICE_ID)
    expect(items()).toMatchObject([
      { stage: 'unknown' },
      { stage: 'unknown' },
      { stage: 'unknown' },
      { fileName: '4.xlsx', stage: 'stopped', reachedServer: 'no', isClosed: true },
    ])
  })
})

describe('another account', () => {
  it('has its own list of imports, while those of the first account continue', async () => {
    startImports(client, [form()])
    await arrived(1)
    const aliceClient = client
    reload(connections.use({ ...ALICE, username: 'bob' }))
    expect(items()).toEqual([])
    uploads[0]?.answer(created('i1'))
    await vi.waitFor(() => expect(items(aliceClient)).toMatchObject([{ stage: 'sent', importUid: 'i1' }]))
    expect(items()).toEqual([])
  })

  it('stores nothing after signing out', async () => {
    startImports(client, [form()])
    await arrived(1)
    expect(Object.keys(sessionStorage)).toContain('fieldboard.of:alice%40https%3A%2F%2Fkf.example.org:imports:')
    connections.forgetAll()
    expect(Object.keys(sessionStorage)).toEqual(['fieldboard.connection'])
  })
})
