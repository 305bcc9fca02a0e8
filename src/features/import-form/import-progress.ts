import type { ApiError, ApiErrorKind } from '#/api/errors.ts'
import type { AssetSummary } from '#/api/kpi/assets/schema.ts'
import { isSettled, PATIENCE, pollDelay } from '#/api/kpi/imports/queries.ts'
import type { ImportTask } from '#/api/kpi/imports/schema.ts'
import type { ImportJob, ImportStage } from './import-jobs.ts'

/** What the query cache knows of a task; a subset of TanStack Query's `QueryState` and of its results. */
export interface TaskState {
  data: ImportTask | undefined
  error: ApiError | null
  /** When the last answer, or the last failure to get one, came. */
  dataUpdatedAt: number
  errorUpdatedAt: number
}

/** What a line of the list tells. */
export type ImportProgress =
  | Exclude<ImportStage, { stage: 'sent' }>
  /** The server has it. `fault`: the last time we asked, no answer came. */
  | { stage: 'waiting' | 'slow'; sent: number; fault: ApiError | null }
  /** Asking on is of no use. */
  | { stage: 'lost'; error: ApiError }
  | { stage: 'failed'; words: string; file?: File }
  | { stage: 'done'; projectUid: string | undefined; summary: AssetSummary }

/** An answer to any later question would be the same. */
const HOPELESS = new Set<ApiErrorKind>(['signed-out', 'forbidden', 'not-found', 'rejected'])

type SentJob = Extract<ImportJob, { stage: 'sent' }>

export const isSent = (job: ImportJob): job is SentJob => job.stage === 'sent'

export function progressOf(job: ImportJob, task: TaskState): ImportProgress {
  if (!isSent(job)) return job
  const { data, error } = task
  if (data?.status === 'error')
    return { stage: 'failed', words: data.messages.error, ...(job.file && { file: job.file }) }
  if (data?.status === 'complete') {
    const made = data.messages.created ?? data.messages.updated
    const [project] = made?.results ?? []
    const uid = project?.uid ?? made?.unreadable[0]?.id ?? undefined
    return { stage: 'done', projectUid: uid, summary: project?.summary ?? {} }
  }
  if (error && HOPELESS.has(error.kind)) return { stage: 'lost', error }
  return { stage: isOutOfPatience(job, task) ? 'slow' : 'waiting', sent: job.sent, fault: error }
}

/** By the last answer, not by the clock: after a laptop's sleep the server is asked once more before anybody else. */
const isOutOfPatience = ({ since }: SentJob, { dataUpdatedAt, errorUpdatedAt }: TaskState) =>
  Math.max(dataUpdatedAt, errorUpdatedAt) - since >= PATIENCE

const RUNNING = new Set<ImportProgress['stage']>(['checking', 'queued', 'sending', 'waiting'])

export const isRunning = ({ stage }: ImportProgress) => RUNNING.has(stage)

/** Nothing more happens by itself, and the person has nothing to decide: the line may go. */
const OPEN = new Set<ImportProgress['stage']>([...RUNNING, 'slow'])

export const hasEnded = ({ stage }: ImportProgress) => !OPEN.has(stage)

/** Milliseconds until the server is asked again; `false` where there is nothing to ask, or patience has ended. */
export function nextPoll(job: SentJob, task: TaskState & { dataUpdateCount: number; errorUpdateCount: number }) {
  const { stage } = progressOf(job, task)
  if (isSettled(task.data) || stage !== 'waiting') return false
  const delay = pollDelay(task.dataUpdateCount + task.errorUpdateCount + 1)
  return Math.max(delay, (task.error?.retryAfter ?? 0) * 1000)
}
