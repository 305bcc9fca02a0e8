import type { QueryClient } from '@tanstack/react-query'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { walkChosen } from '#/api/kpi/submissions/walk-chosen.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import type { ExportJob, ExportResult, FromWorker, ToWorker } from './export-job.ts'

/** Where the work is done: a worker, or what stands for one. */
export interface ExportPort {
  post: (message: ToWorker) => void
  /** `null`: it broke. */
  listen: (onMessage: (message: FromWorker | null) => void) => void
  end: () => void
}

export interface ExportRequest {
  client: QueryClient
  assetUid: string
  /** Which submissions; all without either. */
  rows: { query: MongoQuery | undefined } | { ids: ReadonlySet<number> }
  /** Keys of the answers that are wanted; all without it. */
  fields: readonly string[] | undefined
  /** Less than 1,000 for wide forms. */
  pageSize: number
  job: ExportJob
}

export interface ExportRunProgress {
  phase: 'loading' | 'writing'
  done: number
  /** How many there are to come by, those done included; `null` until the server said so. */
  of: number | null
}

export interface ExportOutcome extends ExportResult {
  /** Could not be read, and are not in the file. */
  unreadable: number
}

/** The worker could not make the file. */
export class ExportFailed extends Error {
  override name = 'ExportFailed'
  readonly reason: 'tooLarge' | 'broken'
  constructor(reason: 'tooLarge' | 'broken') {
    super(reason)
    this.reason = reason
  }
}

export interface ExportRun {
  /** Begins, or goes on after a fault: what was loaded stays. @throws ApiError, ExportFailed, or the signal's reason */
  go: (signal: AbortSignal) => Promise<ExportOutcome>
  end: () => void
}

/**
 * Walks here, where the key is, and writes there. A page is handed over at the same moment as the walk's place moves on,
 * so that nothing is written twice or left out, wherever it stops. The worker takes one page while the next is loaded.
 */
export function createExportRun(
  request: ExportRequest,
  port: ExportPort,
  onProgress: (progress: ExportRunProgress) => void,
): ExportRun {
  const inbox = createInbox(port)
  let below: number | null = null
  let isLoaded = false
  let done = 0
  let of: number | null = null
  let unreadable = 0
  let taken: Promise<unknown> = Promise.resolve()
  port.post({ type: 'start', job: request.job })

  const load = async (signal: AbortSignal) => {
    const { client, assetUid, rows, fields, pageSize } = request
    const from = { fields, below, signal }
    const pages =
      'ids' in rows
        ? walkChosen(client, assetUid, rows.ids, from)
        : walkSubmissions(client, assetUid, { ...from, query: rows.query, pageSize })
    for await (const page of pages) {
      await taken
      signal.throwIfAborted()
      taken = inbox.next('taken')
      taken.catch(() => {}) // it is told by whoever waits for it next
      port.post({ type: 'rows', rows: page.results })
      of ??= page.left
      done += page.results.length
      unreadable += page.unreadable.length
      below = page.below
      isLoaded = page.below === null
      onProgress({ phase: 'loading', done, of })
    }
    isLoaded = true
  }

  return {
    go: async (signal) => {
      onProgress({ phase: 'loading', done, of })
      if (!isLoaded) await load(signal)
      await taken
      signal.throwIfAborted()
      const finished = inbox.next('done', (rows) => onProgress({ phase: 'writing', done: rows, of: done }))
      port.post({ type: 'finish' })
      const { result } = await finished
      return { ...result, unreadable }
    },
    end: port.end,
  }
}

/** Waits for what the worker says next of one kind. */
function createInbox(port: ExportPort) {
  let waiting: { type: FromWorker['type']; resolve: (message: FromWorker) => void; reject: (e: Error) => void } | null =
    null
  let broken: ExportFailed | null = null
  let onWritten = (_rows: number) => {}
  port.listen((message) => {
    if (message?.type === 'written') return onWritten(message.rows)
    if (message === null || message.type === 'failed') {
      broken = new ExportFailed(message?.reason ?? 'broken')
      waiting?.reject(broken)
    } else if (message.type === waiting?.type) waiting.resolve(message)
  })
  return {
    next: <Type extends FromWorker['type']>(type: Type, whenWritten: (rows: number) => void = () => {}) => {
      onWritten = whenWritten
      return new Promise<Extract<FromWorker, { type: Type }>>((resolve, reject) => {
        if (broken) return reject(broken)
        waiting = { type, reject, resolve: (message) => resolve(message as Extract<FromWorker, { type: Type }>) }
      })
    },
  }
}
