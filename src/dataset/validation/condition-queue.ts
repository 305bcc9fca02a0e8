import type { FormQuestion } from '#/dataset/model/form.ts'
import type { Answers } from '#/dataset/model/values.ts'
import type { ConditionBatch, ConditionReply, Evaluate, FormCondition } from './condition.ts'

/** A worker that evaluates conditions; tests have one of their own. */
export interface ConditionPort {
  post: (batch: ConditionBatch) => void
  /** `onError`: the worker failed. */
  listen: (onReply: (reply: ConditionReply) => void, onError: () => void) => void
  terminate: () => void
}

/** Milliseconds for one condition; then a grace period, in which a busy page handles replies that have arrived. */
const TIMEOUT = 500
const GRACE = 100
/** Milliseconds until a worker has started. */
const START_TIMEOUT = 20_000
/** Conditions in one message. */
const BATCH_SIZE = 200
/** An expression that timed out this often is not evaluated again. */
const MAX_TIMEOUTS = 3

interface PendingCondition {
  condition: FormCondition
  signal: AbortSignal | undefined
  resolve: (result: boolean | null) => void
  reject: (reason: unknown) => void
}

/**
 * Evaluates conditions in a worker, one after another. A condition that takes too long gives `null`; the worker is then
 * terminated, and a new one evaluates the rest.
 */
export function createConditionQueue(start: () => ConditionPort): Evaluate {
  const timeouts = new Map<string, number>()
  let waiting: PendingCondition[] = []
  let sent: PendingCondition[] = []
  let port: ConditionPort | null = null
  let isReady = false
  let sentQuestions: unknown = null
  let isScheduled = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const restartTimer = () => {
    clearTimeout(timer)
    if (sent.length === 0) return
    timer = setTimeout(() => (timer = setTimeout(onTimeout, GRACE)), isReady ? TIMEOUT : START_TIMEOUT)
  }
  const terminate = () => {
    clearTimeout(timer)
    port?.terminate()
    port = null
    isReady = false
    sentQuestions = null
  }
  const settle = (result: boolean | null) => sent.shift()?.resolve(result)

  /** Only the first of those sent took too long; a worker that does not start can evaluate none of them. */
  function onTimeout() {
    const [first] = sent
    if (isReady && first) {
      const { expression } = first.condition
      timeouts.set(expression, (timeouts.get(expression) ?? 0) + 1)
      settle(null)
    } else while (sent.length > 0) settle(null)
    terminate()
    waiting = [...sent, ...waiting]
    sent = []
    send()
  }

  function send() {
    isScheduled = false
    if (sent.length > 0) return
    waiting = waiting.filter(({ signal, reject }) => {
      if (signal?.aborted) reject(signal.reason)
      return !signal?.aborted
    })
    const questions = waiting[0]?.condition.context.questions
    while (sent.length < BATCH_SIZE && waiting[0] && waiting[0].condition.context.questions === questions) {
      const next = waiting.shift()
      if (!next) break
      if ((timeouts.get(next.condition.expression) ?? 0) >= MAX_TIMEOUTS) next.resolve(null)
      else sent.push(next)
    }
    if (sent.length === 0 || !questions) return
    try {
      port ??= startWorker()
      port.post(batchOf(sent, questions === sentQuestions ? null : questions))
      sentQuestions = questions
      restartTimer()
    } catch {
      onTimeout() // the browser did not start the worker
    }
  }

  function startWorker(): ConditionPort {
    const worker = start()
    worker.listen(
      (reply) => {
        if (worker !== port) return
        if (reply === 'ready') isReady = true
        else settle(reply)
        restartTimer()
        if (sent.length === 0) send()
      },
      () => worker === port && onTimeout(),
    )
    return worker
  }

  return (condition, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ condition, signal, resolve, reject })
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(send)
    })
}

function batchOf(sent: readonly PendingCondition[], questions: readonly FormQuestion[] | null): ConditionBatch {
  const rows = new Map<Answers, number>()
  const conditions = sent.map(({ condition: { expression, item, answer, context } }) => {
    const { questions: _, row, ...rest } = context
    if (!rows.has(row)) rows.set(row, rows.size)
    const groups = item.groups.map(({ path, isRepeat }) => ({ path, isRepeat }))
    const index = rows.get(row) ?? 0
    return { expression, item: { path: item.path, groups }, answer, context: rest, row: index }
  })
  return {
    questions: questions?.map(cloneable) ?? null,
    rows: [...rows.keys()],
    conditions,
  }
}

/** `unreadable` may hold values that cannot be sent to a worker. */
const cloneable = (question: FormQuestion): FormQuestion => ({ ...question, unreadable: null })
