import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createConditionQueue } from './condition-queue.ts'
import type { ConditionBatch, ConditionReply, FormCondition } from './condition.ts'

interface StandIn {
  batches: ConditionBatch[]
  reply: (reply: ConditionReply) => void
  break: () => void
  isEnded: boolean
}

let workers: StandIn[] = []
/** Stands for the browser's workers: each keeps what it gets until the test replies. */
const newQueue = () =>
  createConditionQueue(() => {
    const worker: StandIn = { batches: [], reply: () => {}, break: () => {}, isEnded: false }
    workers.push(worker)
    return {
      post: (batch) => void worker.batches.push(batch),
      listen: (onReply, onBroken) => void Object.assign(worker, { reply: onReply, break: onBroken }),
      end: () => void (worker.isEnded = true),
    }
  })

const content = { survey: [] }
const submission = { a: '1' }
const condition = (expression: string): FormCondition => ({
  expression,
  item: { path: 'a', groups: [] },
  answer: '',
  place: { content, submission },
})
const expressionsOf = (worker: StandIn | undefined) =>
  worker?.batches.map(({ conditions }) => conditions.map(({ expression }) => expression))

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

it('asks for what comes together at once, and sends forms and submissions once', async () => {
  const evaluate = newQueue()
  const results = Promise.all(['1', '2'].map((expression) => evaluate(condition(expression))))
  await vi.advanceTimersByTimeAsync(0)
  expect(expressionsOf(workers[0])).toEqual([['1', '2']])
  expect(workers[0]?.batches[0]).toMatchObject({ survey: [], submissions: [submission] })
  for (const reply of ['ready', true, null] as const) workers[0]?.reply(reply)
  expect(await results).toEqual([true, null])

  void evaluate(condition('3'))
  await vi.advanceTimersByTimeAsync(0)
  expect(workers[0]?.batches[1]?.survey).toBeNull()
  expect(workers).toHaveLength(1)
})

it('gives up what takes too long, and goes on with the rest in another worker', async () => {
  const evaluate = newQueue()
  const results = Promise.all(['1', 'slow', '3'].map((expression) => evaluate(condition(expression))))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(workers[0]?.isEnded).toBe(false) // it may take its time to start
  workers[0]?.reply('ready')
  workers[0]?.reply(true)
  await vi.advanceTimersByTimeAsync(700)
  expect(workers[0]?.isEnded).toBe(true)
  expect(expressionsOf(workers[1])).toEqual([['3']])
  workers[0]?.reply(true) // too late
  workers[1]?.reply('ready')
  workers[1]?.reply(false)
  expect(await results).toEqual([true, null, false])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(workers[1]?.isEnded).toBe(false)
})

it('does not try for ever', async () => {
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

it('says of nothing that it holds where no worker starts', async () => {
  const evaluate = newQueue()
  const result = evaluate(condition('1'))
  await vi.advanceTimersByTimeAsync(0)
  workers[0]?.break()
  expect(await result).toBeNull()
  const refused = createConditionQueue(() => {
    throw new TypeError('refused by the policy')
  })
  expect(await refused(condition('1'))).toBeNull()
})

it('drops what is not wanted any more', async () => {
  const evaluate = newQueue()
  const stop = new AbortController()
  const result = evaluate(condition('1'), stop.signal)
  stop.abort()
  await expect(result).rejects.toThrow('aborted')
  expect(workers).toEqual([])
})
