import type { QueryClient } from '@tanstack/react-query'
import type { RowKey } from '#/dataset/model/row.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { createRowCollection } from '#/dataset/sources/row-collection.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import type { ExportJob, ExportResult, WorkerMessage, WorkerRequest } from './export-job.ts'

/** The worker that makes the file. Tests run its code in the same thread. */
export interface ExportWorker {
  post: (message: WorkerRequest) => void
  /** `null`: the worker crashed. */
  listen: (onMessage: (message: WorkerMessage | null) => void) => void
  terminate: () => void
}

export interface ExportRequest {
  client: QueryClient
  source: Pick<RowSource, 'walk'>
  filter: RowFilter
  /** These rows, regardless of the filter; `null`: all that match it. */
  keys: ReadonlySet<RowKey> | null
  /** Ids of the columns that are needed; `undefined`: all. */
  fields: readonly string[] | undefined
  /** Rows of one request. At most 1,000, fewer for wide forms. */
  pageSize: number
  job: ExportJob
}

export interface ExportRunProgress {
  phase: 'loading' | 'writing'
  done: number
  /** All rows, `done` included; `null` until the first response. */
  total: number | null
}

export interface ExportOutcome extends ExportResult {
  /** The number of unreadable rows, which are not in the file. */
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
  /**
   * Starts, or continues after an error, without loading rows again.
   * @throws ApiError, ExportFailed, or the signal's reason
   */
  run: (signal: AbortSignal) => Promise<ExportOutcome>
  terminate: () => void
}

/**
 * Loads rows in the page, which has the API key, and has them written by a worker. A page of rows is posted in the same
 * step in which the cursor moves, so that a run that continues neither repeats nor skips rows. The worker processes one
 * page while the next loads.
 */
export function createExportRun(
  { client, source, filter, keys, fields, pageSize, job }: ExportRequest,
  worker: ExportWorker,
  onProgress: (progress: ExportRunProgress) => void,
): ExportRun {
  const receiver = createReceiver(worker)
  let rowCount = 0
  let unreadable = 0
  let received: Promise<unknown> = Promise.resolve()
  worker.post({ type: 'start', job })

  const request = { filter, ...(keys && { keys }), fields, pageSize }
  const collection = createRowCollection<ExportOutcome>(client, source, request, {
    add: async (page, signal) => {
      await received
      signal.throwIfAborted()
      received = receiver.next('received')
      received.catch(() => {}) // the next page, or the end, waits for it and gets the error
      worker.post({ type: 'rows', rows: page.rows })
      rowCount += page.rows.length
      unreadable += page.unreadable.length
    },
    finish: async (signal) => {
      await received
      signal.throwIfAborted()
      const finished = receiver.next('done', (rows) => onProgress({ phase: 'writing', done: rows, total: rowCount }))
      worker.post({ type: 'finish' })
      const { result } = await finished
      return { ...result, unreadable }
    },
  })
  return {
    run: async (signal) => collection.run(signal, (progress) => onProgress({ phase: 'loading', ...progress })),
    terminate: worker.terminate,
  }
}

/** Waits for the next message of a type from the worker. */
function createReceiver(worker: ExportWorker) {
  let pending: {
    type: WorkerMessage['type']
    resolve: (message: WorkerMessage) => void
    reject: (e: Error) => void
  } | null = null
  let failure: ExportFailed | null = null
  let onWritten = (_rows: number) => {}
  worker.listen((message) => {
    if (message?.type === 'written') return onWritten(message.rows)
    if (message === null || message.type === 'failed') {
      failure = new ExportFailed(message?.reason ?? 'broken')
      pending?.reject(failure)
    } else if (message.type === pending?.type) pending.resolve(message)
  })
  return {
    next: <Type extends WorkerMessage['type']>(type: Type, onNextWritten: (rows: number) => void = () => {}) => {
      onWritten = onNextWritten
      return new Promise<Extract<WorkerMessage, { type: Type }>>((resolve, reject) => {
        if (failure) return reject(failure)
        pending = { type, reject, resolve: (message) => resolve(message as Extract<WorkerMessage, { type: Type }>) }
      })
    },
  }
}
