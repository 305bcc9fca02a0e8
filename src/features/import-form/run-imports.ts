import { randomId } from '@mantine/hooks'
import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { connections } from '#/api/connection.ts'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { fileKind, type FileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'
import {
  accountKey,
  findJob,
  type ImportJob,
  importJobs,
  type ImportStage,
  moveJob,
  type Refusal,
  updateJobs,
} from './import-jobs.ts'

/** Bytes. A form has some hundred kilobytes; what is larger than this is no form, and proxies refuse it. */
export const LARGEST_FILE = 100_000_000

const AT_A_TIME = 3

/** One import for each file. They go on whichever page is shown. */
export function startImports(client: QueryClient, files: readonly File[]) {
  const account = accountKey(client)
  const jobs = files.map((file) => newJob(randomId(), file))
  updateJobs(client, account, (before) => [...jobs, ...before])
  for (const job of jobs) void check(client, account, job)
}

/** Sends another file, or the same once more, in the place of an import that came to nothing. */
export function restartImport(client: QueryClient, id: string, file: File) {
  const account = accountKey(client)
  const job = newJob(id, file)
  updateJobs(client, account, (jobs) => jobs.map((before) => (before.id === id ? job : before)))
  void check(client, account, job)
}

type CheckingJob = Extract<ImportJob, { stage: 'checking' }>

const newJob = (id: string, file: File): CheckingJob => ({
  id,
  fileName: file.name,
  started: Date.now(),
  stage: 'checking',
  file,
})

async function check(client: QueryClient, account: string, { id, file }: CheckingJob) {
  const kind = await kindOf(file)
  const isSound = kind === 'xlsx' || kind === 'xls'
  moveJob(client, account, {
    id,
    from: 'checking',
    to: (job) => {
      if (job.file !== file) return job
      return isSound ? { stage: 'queued', file } : { stage: 'refused', reason: kind, fileSize: file.size }
    },
  })
  sendNext(client, account)
}

async function kindOf(file: File): Promise<FileKind | Refusal> {
  if (file.size > LARGEST_FILE) return 'too-large'
  try {
    return fileKind(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return 'unreadable' // moved, or changed on the disk since it was picked
  }
}

function sendNext(client: QueryClient, account: string) {
  const jobs = client.getQueryData(importJobs(account).queryKey) ?? []
  const free = AT_A_TIME - jobs.filter(({ stage }) => stage === 'sending').length
  const queued = jobs.filter((job) => job.stage === 'queued').toSorted((a, b) => a.started - b.started)
  for (const { id, file } of queued.slice(0, Math.max(0, free))) void send(client, account, id, file)
}

async function send(client: QueryClient, account: string, id: string, file: File) {
  const abort = new AbortController()
  moveJob(client, account, { id, from: 'queued', to: () => ({ stage: 'sending', file, abort }) })
  // The job may have been started again meanwhile: only this try counts here.
  const isThisTry = (job: ImportJob) => (job.stage === 'sending' ? job.abort === abort : abort.signal.aborted)
  const move = (from: 'sending' | 'stopped', next: ImportStage) =>
    moveJob(client, account, { id, from, to: (job) => (isThisTry(job) ? next : job) })
  // Whoever signs out sends nothing more.
  const unsubscribe = connections.subscribe(() => {
    if (!connections.find(account)) abort.abort()
  })
  try {
    const upload = new MutationObserver(client, { ...uploadForm(), meta: { showsError: true } })
    const { uid: importUid } = await upload.mutate({ file, signal: abort.signal })
    const sent = { file, importUid, sent: Date.now() }
    move('sending', { stage: 'sent', ...sent, since: sent.sent })
    // Given up in the last moment: at least it is known what to ask for.
    move('stopped', { stage: 'stopped', reached: 'yes', ...sent })
  } catch (error) {
    move('sending', { ...failureOf(error), file })
  } finally {
    unsubscribe()
    sendNext(client, account)
  }
}

/** Where the server has the file for sure not, it may be sent again without a second thought. */
const REFUSED = new Set<ApiErrorKind>([
  'no-network',
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'throttled',
  'rejected',
])

function failureOf(cause: unknown): { stage: 'unsent' | 'unknown'; error: ApiError } {
  const error = cause instanceof ApiError ? cause : new ApiError('offline', '', { cause })
  return { stage: REFUSED.has(error.kind) ? 'unsent' : 'unknown', error }
}

/** Stops sending, or waiting. What the server has already, it may still finish. */
export function cancelImport(client: QueryClient, id: string) {
  const account = accountKey(client)
  const job = findJob(client, account, id)
  if (job?.stage === 'sending') job.abort.abort()
  moveJob(client, account, { id, from: 'checking', to: ({ file }) => ({ stage: 'stopped', reached: 'no', file }) })
  moveJob(client, account, { id, from: 'queued', to: ({ file }) => ({ stage: 'stopped', reached: 'no', file }) })
  moveJob(client, account, { id, from: 'sending', to: ({ file }) => ({ stage: 'stopped', reached: 'maybe', file }) })
  moveJob(client, account, {
    id,
    from: 'sent',
    to: ({ file, importUid, sent }) => ({ stage: 'stopped', reached: 'yes', importUid, sent, ...(file && { file }) }),
  })
}

/** Asks the server on, with new patience. */
export function keepWaiting(client: QueryClient, id: string) {
  const account = accountKey(client)
  const since = Date.now()
  moveJob(client, account, { id, from: 'sent', to: (job) => ({ ...job, since }) })
  moveJob(client, account, {
    id,
    from: 'stopped',
    to: (job) => {
      if (job.reached !== 'yes') return job
      const { file, importUid, sent } = job
      return { stage: 'sent', importUid, sent, since, ...(file && { file }) }
    },
  })
  const job = findJob(client, account, id)
  if (job?.stage === 'sent') void client.invalidateQueries({ queryKey: importQueries.task(job.importUid).queryKey })
}

/** Takes lines out of the list. Nothing happens to the projects. */
export const dismissImports = (client: QueryClient, ids: readonly string[]) =>
  updateJobs(client, accountKey(client), (jobs) => jobs.filter(({ id }) => !ids.includes(id)))
