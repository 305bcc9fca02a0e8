import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FormQuestion } from '#/dataset/model/form.ts'
import { createConditionQueue } from './condition-queue.ts'
import type { ConditionBatch, ConditionReply, FormCondition } from './condition.ts'

interface FakeWorker {
  batches: ConditionBatch[]
  reply: (reply: ConditionReply) => void
  fail: () => void
  isTerminated: boolean
}

let workers: FakeWorker[] = []
/** A queue with fake workers, which keep their batches until the test replies. */
const newQueue = () =>
  createConditionQueue(() => {
    const worker: FakeWorker = { batches: [], reply: () => {}, fail: () => {}, isTerminated: false }
    workers.push(worker)
    return {
      post: (batch) => void worker.batches.push(batch),
      listen: (onReply, onError) => void Object.assign(worker, { reply: onReply, fail: onError }),
      terminate: () => void (worker.isTerminated = true),
    }
  })

const questions: FormQuestion[] = []
const row = { a: '1' }
const condition = (expression: string): FormCondition => ({
  expression,
  item: { path: 'a', groups: [] },
  answer: '',
  context: { questions, row },
})
const expressionsOf = (worker: FakeWorker | undefined) =>
  worker?.batches.map(({ conditions }) => conditions.map(({ expression }) => expression))

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

it('sends conditions of one moment as one batch, and forms and rows once', async () => {
  const evaluate = newQueue()
  const results = Promise.all(['1', '2'].map((expression) => evaluate(condition(expression))))
  await vi.advanceTimersByTimeAsync(0)
  expect(expressionsOf(workers[0])).toEqual([['1', '2']])
  expect(workers[0]?.batches[0]).toMatchObject({ questions: [], rows: [row] })
  for (const reply of ['ready', true, null] as const) workers[0]?.reply(reply)
  expect(await results).toEqual([true, null])

  void evaluate(condition('3'))
  await vi.advanceTimersByTimeAsync(0)
  expect(workers[0]?.batches[1]?.questions).toBeNull()
  expect(workers).toHaveLength(1)
})

it('gives null for a condition that takes too long, and evaluates the rest in a new worker', async () => {
  const evaluate = newQueue()
  const results = Promise.all(['1', 'slow', '3'].map((expression) => evaluate(condition(expression))))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(workers[0]?.isTerminated).toBe(false) // it may take its time to start
  workers[0]?.reply('ready')
  workers[0]?.reply(true)
  await vi.advanceTimersByTimeAsync(700)
  expect(workers[0]?.isTerminated).toBe(true)
  expect(expressionsOf(workers[1])).toEqual([['3']])
  workers[0]?.reply(true) // too late
  workers[1]?.reply('ready')
  workers[1]?.reply(false)
  expect(await results).toEqual([true, null, false])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(workers[1]?.isTerminated).toBe(false)
})

it('stops evaluating an expression that has timed out three times', async () => {
  const evaluate = newQueue()
  for (let at = 0; at < 5; at += 1) {
    const result = evaluate(condition('slow'))
    await vi.advanceTimersByTimeAsync(0)
    workers.at(-1)?.reply('ready')
    await vi.advanceTimersByTimeAsync(700)
    expect(await result).toBeNull()
  }
  expect(workers).toHaveLength(3)
})

it('gives null if no worker starts', async () => {
  const evaluate = newQueue()
  const result = evaluate(condition('1'))
  await vi.advanceTimersByTimeAsync(0)
  workers[0]?.fail()
  expect(await result).toBeNull()
  const refused = createConditionQueue(() => {
    throw new TypeError('refused by the policy')
  })
  expect(await refused(condition('1'))).toBeNull()
})

it('rejects conditions whose signal is aborted before they are sent', async () => {
  const evaluate = newQueue()
  const abort = new AbortController()
  const result = evaluate(condition('1'), abort.signal)
  abort.abort()
  await expect(result).rejects.toThrow('aborted')
  expect(workers).toEqual([])
})
