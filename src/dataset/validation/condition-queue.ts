import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Answers } from '#/dataset/model/values.ts'
import type { ConditionBatch, ConditionReply, Evaluate, FormCondition } from './condition.ts'

/** Where conditions are evaluated: a worker, or what stands for one. */
export interface ConditionPort {
  post: (batch: ConditionBatch) => void
  /** `null` as its own word for: it broke. */
  listen: (onReply: (reply: ConditionReply) => void, onBroken: () => void) => void
  end: () => void
}

/** Milliseconds for one condition; then as many again, in which a busy page takes what has arrived. */
const LIMIT = 500
const GRACE = 100
/** Milliseconds until a worker has started. */
const START_LIMIT = 20_000
/** Conditions that are sent at once. */
const BATCH = 200
/** An expression that took too long so many times is not evaluated any more. */
const MOST_TRIES = 3

interface Waiting {
  condition: FormCondition
  signal: AbortSignal | undefined
  resolve: (result: boolean | null) => void
  reject: (reason: unknown) => void
}

/** Evaluates conditions one after another, and gives up each that takes too long: the worker is ended, and another begun. */
export function createConditionQueue(start: () => ConditionPort): Evaluate {
  const tries = new Map<string, number>()
  let waiting: Waiting[] = []
  let sent: Waiting[] = []
  let port: ConditionPort | null = null
  let isReady = false
  let survey: unknown = null
  let isScheduled = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const watch = () => {
    clearTimeout(timer)
    if (sent.length === 0) return
    timer = setTimeout(() => (timer = setTimeout(giveUp, GRACE)), isReady ? LIMIT : START_LIMIT)
  }
  const end = () => {
    clearTimeout(timer)
    port?.end()
    port = null
    isReady = false
    survey = null
  }
  const settle = (result: boolean | null) => sent.shift()?.resolve(result)

  /** The first of those sent is at fault; a worker that does not start is at fault itself. */
  function giveUp() {
    const [first] = sent
    if (isReady && first) {
      const { expression } = first.condition
      tries.set(expression, (tries.get(expression) ?? 0) + 1)
      settle(null)
    } else while (sent.length > 0) settle(null)
    end()
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
    const content = waiting[0]?.condition.place.content
    while (sent.length < BATCH && waiting[0] && waiting[0].condition.place.content === content) {
      const next = waiting.shift()
      if (!next) break
      if ((tries.get(next.condition.expression) ?? 0) >= MOST_TRIES) next.resolve(null)
      else sent.push(next)
    }
    if (sent.length === 0 || !content) return
    try {
      port ??= begin()
      port.post(batchOf(sent, content.survey === survey ? null : content.survey))
      survey = content.survey
      watch()
    } catch {
      giveUp() // the browser would not start it
    }
  }

  function begin(): ConditionPort {
    const begun = start()
    begun.listen(
      (reply) => {
        if (begun !== port) return
        if (reply === 'ready') isReady = true
        else settle(reply)
        watch()
        if (sent.length === 0) send()
      },
      () => begun === port && giveUp(),
    )
    return begun
  }

  return (condition, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ condition, signal, resolve, reject })
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(send)
    })
}

function batchOf(sent: readonly Waiting[], survey: FormCondition['place']['content']['survey'] | null): ConditionBatch {
  const submissions = new Map<Answers, number>()
  const conditions = sent.map(({ condition: { expression, item, answer, place } }) => {
    const { content: _, submission, ...where } = place
    if (!submissions.has(submission)) submissions.set(submission, submissions.size)
    const groups = item.groups.map(({ path, isRepeat }) => ({ path, isRepeat }))
    const index = submissions.get(submission) ?? 0
    return { expression, item: { path: item.path, groups }, answer, place: where, submission: index }
  })
  return {
    survey: survey?.map(sendable) ?? null,
    submissions: [...submissions.keys()],
    conditions,
  }
}

/** What could not be read of a row may not pass to a worker. */
function sendable(row: FormContent['survey'][number]): FormContent['survey'][number] {
  const { unreadable: _, ...sent } = row
  return sent
}
