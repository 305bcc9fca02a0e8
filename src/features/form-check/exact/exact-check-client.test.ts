// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { checkExactlyInWorker, isPythonReady } from './exact-check-client.ts'
import type { ExactRequest, ExactState, WorkerReply } from './exact-messages.ts'

/** Stands in for the browser's `Worker`, which happy-dom does not have. */
class FakeWorker extends EventTarget {
  static started: FakeWorker[] = []
  received: ExactRequest[] = []
  isTerminated = false

  constructor() {
    super()
    FakeWorker.started.push(this)
  }
  postMessage(request: ExactRequest) {
    this.received.push(request)
  }
  terminate() {
    this.isTerminated = true
  }
  reply(data: WorkerReply) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const RESULT = { refusedAt: null, errors: [], warnings: [] }
let states: ExactState[]
let requests: string[]
let wasmType: string

const check = () => checkExactlyInWorker([], 'form', (state) => states.push(state))
const last = () => states.at(-1)
const worker = (index = 0) => {
  const started = FakeWorker.started[index]
  if (!started) throw new Error('not started')
  return started
}

beforeEach(() => {
  FakeWorker.started = []
  states = []
  requests = []
  wasmType = 'application/wasm'
  vi.stubGlobal('Worker', FakeWorker)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  setTransport(location.origin, async (request) => {
    requests.push(new URL(request.url).pathname.split('/').at(-1) ?? '')
    return new Response('content', {
      headers: { 'Content-Type': request.url.endsWith('.wasm') ? wasmType : 'text/plain' },
    })
  })
})

afterEach(async () => {
  await vi.advanceTimersByTimeAsync(1_000_000) // ends what is kept
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('loads nothing where the site does not let the worker run WebAssembly', () => {
  check()
  worker().reply({ is: 'fault', fault: 'forbidden', detail: '' })
  expect(last()).toMatchObject({ is: 'fault', fault: 'forbidden' })
  expect(worker().isTerminated).toBe(true)
  expect(requests).toEqual([])
})

it('loads the files once the worker may run them, checks, and keeps the worker for the next form', async () => {
  check()
  worker().reply({ is: 'ready' })
  await vi.waitFor(() => expect(worker().received).toHaveLength(1))
  expect(requests.toSorted()).toEqual(
    [
      'packages.zip',
      'pyodide-lock.json',
      'pyodide.asm.js',
      'pyodide.asm.wasm',
      'pyodide.js',
      'python_stdlib.zip',
    ].toSorted(),
  )
  expect(new TextDecoder().decode(worker().received[0]?.packages ?? undefined)).toBe('content')
  worker().reply({ is: 'done', result: RESULT, took: 1 })
  expect(last()).toMatchObject({ is: 'done', result: RESULT })
  expect(isPythonReady()).toBe(true)

  check()
  expect(worker().received).toHaveLength(2)
  expect(requests).toHaveLength(6)
  worker().reply({ is: 'done', result: RESULT, took: 1 })
  await vi.advanceTimersByTimeAsync(1_000_000)
  expect(worker().isTerminated).toBe(true)
  expect(isPythonReady()).toBe(false)
})

it('says that a file is not sent as what it is, since browsers would refuse it', async () => {
  wasmType = 'application/octet-stream'
  check()
  worker().reply({ is: 'ready' })
  await vi.waitFor(() => expect(last()).toMatchObject({ is: 'fault', fault: 'wrong-type' }))
  expect(worker().received).toEqual([])
})

it('says that a file did not arrive', async () => {
  setTransport(location.origin, async () => Promise.reject(new TypeError('Failed to fetch')))
  check()
  worker().reply({ is: 'ready' })
  await vi.waitFor(() => expect(last()).toMatchObject({ is: 'fault', fault: 'not-loaded' }))
})

it('gives up a worker that says nothing for two minutes', async () => {
  check()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(last()).toMatchObject({ is: 'fault', fault: 'failed' })
  expect(worker().isTerminated).toBe(true)
})

it('is silent after it was stopped', async () => {
  const stop = check()
  worker().reply({ is: 'ready' })
  stop()
  const said = states.length
  await vi.advanceTimersByTimeAsync(200_000)
  expect(states).toHaveLength(said)
  expect(worker().isTerminated).toBe(true)
})
