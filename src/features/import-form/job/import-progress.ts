import type { ApiError, ApiErrorKind } from '#/api/errors.ts'
import type { AssetSummary } from '#/api/kpi/assets/schema.ts'
import type { ImportTask } from '#/api/kpi/imports/schema.ts'
import { isSettled, pollDelay, SLOW_AFTER } from '#/api/polling.ts'
import type { ImportItem, ImportStage } from './import-job.ts'

/** The state of the query for an import task: a subset of TanStack Query's `QueryState`. */
export interface TaskState {
  data: ImportTask | undefined
  error: ApiError | null
  /** When the last response and the last error arrived. Milliseconds since 1970. */
  dataUpdatedAt: number
  errorUpdatedAt: number
}

/** The state of an import, as the list shows it. */
export type ImportProgress =
  | Exclude<ImportStage, { stage: 'sent' }>
  /** The server has the file. `fault`: the error of the last query. */
  | { stage: 'waiting' | 'slow'; sentAt: number; fault: ApiError | null }
  /** The import task cannot be read, and trying again would not help. */
  | { stage: 'lost'; error: ApiError }
  /** `isPassing`: not because of the form, so that the same one may be imported later. */
  | { stage: 'failed'; message: string; isPassing: boolean; file?: File }
  | { stage: 'done'; projectUid: string | undefined; summary: AssetSummary }

/** Errors after which every later query would fail too. */
const FINAL_ERRORS = new Set<ApiErrorKind>(['signed-out', 'forbidden', 'not-found', 'rejected'])

/** Exceptions of databases, of networks [0238] and of time limits: another try may succeed. */
const PASSING_FAULT = /Operational|Interface|Connect|Timeout|TimeLimit|ChunkedEncoding/

type SentImportItem = Extract<ImportItem, { stage: 'sent' }>

export const isSent = (item: ImportItem): item is SentImportItem => item.stage === 'sent'

/** The state of an import, from its stage and the query for its task. */
export function progressOf(item: ImportItem, task: TaskState): ImportProgress {
  if (!isSent(item)) return item
  const { data, error } = task
  if (data?.status === 'error')
    return {
      stage: 'failed',
      message: data.messages.error,
      isPassing: PASSING_FAULT.test(data.messages.error_type),
      ...(item.file && { file: item.file }),
    }
  if (data?.status === 'complete') {
    const projects = data.messages.created ?? data.messages.updated
    const [project] = projects?.results ?? []
    const uid = project?.uid ?? projects?.unreadable[0]?.id ?? undefined
    return { stage: 'done', projectUid: uid, summary: project?.summary ?? {} }
  }
  if (error && FINAL_ERRORS.has(error.kind)) return { stage: 'lost', error }
  return { stage: isTimedOut(item, task) ? 'slow' : 'waiting', sentAt: item.sentAt, fault: error }
}

/** Compares the time of the last response, not the current time: after a laptop's sleep it is queried once more first. */
const isTimedOut = ({ waitingSince }: SentImportItem, { dataUpdatedAt, errorUpdatedAt }: TaskState) =>
  Math.max(dataUpdatedAt, errorUpdatedAt) - waitingSince >= SLOW_AFTER

const RUNNING = new Set<ImportProgress['stage']>(['checking', 'queued', 'sending', 'waiting'])

export const isRunning = ({ stage }: ImportProgress) => RUNNING.has(stage)

const UNFINISHED = new Set<ImportProgress['stage']>([...RUNNING, 'slow', 'repeated'])

/** Whether an import can be dismissed: its state does not change any more, and there is nothing to decide. */
export const hasEnded = ({ stage }: ImportProgress) => !UNFINISHED.has(stage)

/** What became of the imports that have ended. */
export type ImportResult = 'imported' | 'notImported' | 'uncertain'

const RESULTS: Partial<Record<ImportProgress['stage'], ImportResult>> = {
  done: 'imported',
  failed: 'notImported',
  refused: 'notImported',
  held: 'notImported',
  unchecked: 'notImported',
  unsent: 'notImported',
  unknown: 'uncertain',
  lost: 'uncertain',
}

/** The result of an import; `undefined` while it is running. */
export function resultOf(progress: ImportProgress): ImportResult | undefined {
  if (progress.stage === 'stopped') return progress.reachedServer === 'no' ? 'notImported' : 'uncertain'
  return RESULTS[progress.stage]
}

/** Whether a failed import can be repeated as it is, without making a second project; `source`: what would be sent. */
export function canRetry(progress: ImportProgress, source: File | string | undefined): boolean {
  if (progress.stage === 'lost') return true // is only asked after again
  if (source === undefined) return false
  if (progress.stage === 'unsent') return progress.error.kind !== 'rejected'
  return progress.stage === 'failed' && (progress.isPassing || typeof source === 'string')
}

/** Those that need a decision come first, then those that are running. */
export function urgencyOf(progress: ImportProgress): number {
  const result = resultOf(progress)
  if (
    progress.stage === 'slow' ||
    progress.stage === 'repeated' ||
    (progress.stage !== 'stopped' && result && result !== 'imported')
  )
    return 0
  return result ? 2 : 1
}

/** Milliseconds until the next query; `false` where none is needed, or patience has ended. */
export function nextPoll(
  item: SentImportItem,
  task: TaskState & { dataUpdateCount: number; errorUpdateCount: number },
) {
  const { stage } = progressOf(item, task)
  if (isSettled(task.data) || stage !== 'waiting') return false
  const delay = pollDelay(task.dataUpdateCount + task.errorUpdateCount + 1)
  return Math.max(delay, (task.error?.retryAfter ?? 0) * 1000)
}
