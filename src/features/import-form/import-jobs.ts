import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import type { ApiError } from '#/api/errors.ts'
import type { FileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'
import { readSentImports, type SentImport, writeSentImports } from './sent-imports.ts'

/** How far one picked file has come. From `sent` on the server's own words count: its import task. */
export type ImportStage =
  | { stage: 'checking'; file: File }
  /** Not sent, because it is no spreadsheet, or cannot be read. */
  | { stage: 'refused'; reason: Refusal; fileSize: number }
  /** Sound, but others are being sent. */
  | { stage: 'queued'; file: File }
  | { stage: 'sending'; file: File; abort: AbortController }
  /** The server said no: it has nothing. */
  | { stage: 'unsent'; file: File; error: ApiError }
  /** Nobody knows whether the server has it: no answer came back, or the page was closed in between. */
  | { stage: 'unknown'; file?: File; error?: ApiError }
  /** Given up by the person. `reached`: whether the server has the file. */
  | { stage: 'stopped'; reached: 'no' | 'maybe'; file: File }
  | { stage: 'stopped'; reached: 'yes'; file?: File; importUid: string; sent: number }
  /** `since`: from when patience counts; `sent`: when the server had it. Milliseconds since 1970. */
  | { stage: 'sent'; file?: File; importUid: string; sent: number; since: number }

export type Refusal = Exclude<FileKind, 'xlsx' | 'xls'> | 'too-large' | 'unreadable'

export type ImportJob = { id: string; fileName: string; started: number } & ImportStage

/** Jobs belong to one account on one server. */
export function accountKey(client: QueryClient) {
  const connection = connectionOf(client)
  return connection ? connectionId(connection) : ''
}

/** The jobs of this tab, newest first. Nobody else knows of them: they live in the query cache alone. */
export const importJobs = (account: string) =>
  queryOptions<ImportJob[]>({
    queryKey: ['import-jobs', account],
    queryFn: () => restoreJobs(account),
    initialData: () => restoreJobs(account),
    staleTime: 'static',
    gcTime: Infinity,
  })

/** Changes the list, and what a reload needs to know of it. Nothing where the person has signed out meanwhile. */
export function updateJobs(client: QueryClient, account: string, update: (jobs: ImportJob[]) => ImportJob[]) {
  if (account !== accountKey(client)) return
  const { queryKey } = importJobs(account)
  const next = update(client.getQueryData(queryKey) ?? restoreJobs(account))
  client.setQueryData(queryKey, next)
  writeSentImports(account, next.flatMap(toSent))
}

export const findJob = (client: QueryClient, account: string, id: string) =>
  client.getQueryData(importJobs(account).queryKey)?.find((job) => job.id === id)

/** Moves one job on, if it is still in the stage from which it goes. */
export function moveJob<Stage extends ImportJob['stage']>(
  client: QueryClient,
  account: string,
  { id, from, to }: { id: string; from: Stage; to: (job: Extract<ImportJob, { stage: Stage }>) => ImportStage },
) {
  const isMeant = (job: ImportJob): job is Extract<ImportJob, { stage: Stage }> => job.id === id && job.stage === from
  updateJobs(client, account, (jobs) =>
    jobs.map((job) => (isMeant(job) ? { id, fileName: job.fileName, started: job.started, ...to(job) } : job)),
  )
}

function toSent(job: ImportJob): SentImport[] {
  const { id, fileName, started, stage } = job
  if (stage === 'sent') return [{ id, fileName, started, importUid: job.importUid, sent: job.sent, isWaiting: true }]
  if (stage === 'stopped' && job.reached === 'yes')
    return [{ id, fileName, started, importUid: job.importUid, sent: job.sent, isWaiting: false }]
  return stage === 'sending' || stage === 'unknown' ? [{ id, fileName, started, isWaiting: false }] : []
}

/** After a reload: what was sent is asked after again; what was being sent is never sent again by itself. */
function restoreJobs(account: string): ImportJob[] {
  return readSentImports(account).map(({ id, fileName, started, importUid, sent = started, isWaiting }) => {
    const job = { id, fileName, started }
    if (importUid === undefined) return { ...job, stage: 'unknown' }
    if (!isWaiting) return { ...job, stage: 'stopped', reached: 'yes', importUid, sent }
    return { ...job, stage: 'sent', importUid, sent, since: Date.now() }
  })
}
