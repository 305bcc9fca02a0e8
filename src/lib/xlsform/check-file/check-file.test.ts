import { utils, write } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkBytes } from './check-bytes.ts'
import { CheckFailed, checkFile, type CheckReply, TIME_LIMITS } from './check-file.ts'

const HEADINGS = ['type', 'name', 'label']

function spreadsheet(...rows: string[][]): File {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADINGS, ...rows]), 'survey')
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], 'form.xlsx')
}

const sound = () => spreadsheet(['text', 'a', 'A'])

describe('without workers', () => {
  it('gives findings, sheets and the content that KPI would store', async () => {
    const { findings, sheets, form } = await checkFile(spreadsheet(['text', 'a', 'A'], ['integer', 'b', '${nope}']))
    expect(findings).toMatchObject([{ code: 'unknownReference', sheet: 'survey', row: 3, column: 2 }])
    expect(sheets[0]?.rows[1]).toEqual(['text', 'a', 'A'])
    expect(form?.content.survey).toMatchObject([{ type: 'text', name: 'a', $kuid: '2' }, { name: 'b' }])
  })

  it('has no content where KPI would not import the file', async () => {
    const { findings, form } = await checkFile(spreadsheet(['texxt', 'a', 'A']))
    expect(findings).toMatchObject([{ code: 'unknownType', severity: 'import' }])
    expect(form).toBeNull()
  })

  it('fails for what is no spreadsheet', () =>
    expect(checkFile(new File(['%PDF'], 'form.xlsx'))).rejects.toBeInstanceOf(CheckFailed))

  it('checks a file once', () => {
    const file = sound()
    expect(checkFile(file)).toBe(checkFile(file))
  })
})

describe('in a worker', () => {
  /** Stands in for the browser's `Worker`, which Node does not have. */
  class FakeWorker extends EventTarget {
    static started: FakeWorker[] = []
    received: Uint8Array[] = []
    isTerminated = false

    constructor() {
      super()
      FakeWorker.started.push(this)
    }
    postMessage(bytes: Uint8Array) {
      this.received.push(bytes)
    }
    terminate() {
      this.isTerminated = true
    }
    reply(data: CheckReply) {
      this.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
  const worker = (index = 0) => vi.waitFor(() => FakeWorker.started[index] ?? Promise.reject(new Error('not started')))
  const received = (from: FakeWorker, count: number) => vi.waitFor(() => expect(from.received).toHaveLength(count))

  beforeEach(() => {
    FakeWorker.started = []
    vi.stubGlobal('Worker', FakeWorker)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('checks several files one after another, in one worker that ends afterwards', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const results = [checkFile(sound()), checkFile(sound())]
    const first = await worker()
    first.reply('ready')
    await received(first, 1)
    for (const count of [1, 2]) {
      await received(first, count)
      first.reply({ checked: await checkBytes(first.received[count - 1] ?? new Uint8Array()) })
      await expect(results[count - 1]).resolves.toMatchObject({ findings: [] })
    }
    expect(FakeWorker.started).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(first.isTerminated).toBe(true)
  })

  it('gives up on a file that takes too long, and checks the next in another worker', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const endless = checkFile(sound()).catch((error: unknown) => error)
    const next = checkFile(sound())
    const first = await worker()
    first.reply('ready')
    await vi.advanceTimersByTimeAsync(TIME_LIMITS.check)
    expect(await endless).toBeInstanceOf(CheckFailed)
    expect(first.isTerminated).toBe(true)
    const second = await worker(1)
    await received(second, 1)
    second.reply({ checked: await checkBytes(second.received[0] ?? new Uint8Array()) })
    await expect(next).resolves.toMatchObject({ findings: [] })
    await vi.advanceTimersByTimeAsync(10_000)
  })

  it('fails with the worker, and tries again', async () => {
    const file = sound()
    const failed = checkFile(file)
    const first = await worker()
    await received(first, 1)
    first.dispatchEvent(new Event('error'))
    await expect(failed).rejects.toBeInstanceOf(CheckFailed)
    void checkFile(file).catch(() => null)
    const second = await worker(1)
    second.reply({ error: 'UnreadableSpreadsheet' })
  })
})
