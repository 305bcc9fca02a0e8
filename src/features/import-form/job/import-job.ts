import type { QueryClient } from '@tanstack/react-query'
import { jobQuery } from '#/api/batch-job/job-place.ts'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { type BatchJob, type ItemOutcome, newJob, withOutcomes } from '#/lib/batch-job/batch-job.ts'
import type { NotSent, UnsentStage } from './not-sent.ts'
import { readSentImports, type SentImport } from './sent-imports.ts'

/** What the check of a file found. */
export interface FindingCounts {
  errors: number
  warnings: number
  /** The first step that the server will refuse; `null` without errors. */
  refused: 'import' | 'deployment' | null
}

export interface ChosenFile {
  id: string
  /** Of a link, the name that it ends with. */
  fileName: string
  /** Milliseconds since 1970. */
  chosenAt: number
  /** `undefined` after a reload of the tab, and for a link. */
  file?: File
  /** Missing until it is checked. */
  counts?: FindingCounts
  /** The address of a form that the server fetches. */
  link?: string
  /** SHA-256 of the content of a file, in hexadecimal. */
  digest?: string
  /** An earlier one of the list that it repeats: it waits until the person decides. */
  repeats?: Repetition
  /** The tab was reloaded since it was chosen. */
  isRestored?: true
}

/** The earlier file that one repeats, and what is the same: its address counts as content. */
export interface Repetition {
  fileName: string
  by: 'content' | 'name'
}

/** The result of an upload. */
interface SentFile {
  importUid: string
  /** When the server had received the file. Milliseconds since 1970. */
  sentAt: number
  /** When waiting for the import began, or began again. Milliseconds since 1970. */
  waitingSince: number
}

export interface ImportTypes {
  id: string
  /** Newest first. A file becomes an item of the job when it has been checked. */
  action: { files: readonly ChosenFile[] }
  before: never
  trace: { abort: AbortController }
  result: SentFile
  error: ApiError | NotSent
}

/** The imports of one account in this tab. `done`: the server has the file, and its import task has the further state. */
export type ImportJob = BatchJob<ImportTypes>

/** The stage of a chosen file. After `sent`, its import task has the further state. */
export type ImportStage =
  | { stage: 'checking'; file?: File }
  | (UnsentStage & { file?: File })
  /** The same as an earlier one: the person is asked before it makes a second project. */
  | { stage: 'repeated'; repetition: Repetition; file?: File }
  /** Checked, and waiting until others are sent. */
  | { stage: 'queued'; file?: File }
  | { stage: 'sending'; file?: File }
  /** The server refused the upload. */
  | { stage: 'unsent'; file?: File; error: ApiError }
  /** Whether the server has the file is unknown: there was no response, or the page was closed. */
  | { stage: 'unknown'; file?: File; error?: ApiError }
  /** Cancelled by the person. `reachedServer`: whether the server has the file. */
  /** `isClosed`: it was the tab that ended it, before it was sent. */
  | { stage: 'stopped'; reachedServer: 'no' | 'maybe'; isClosed?: boolean; file?: File }
  | ({ stage: 'stopped'; reachedServer: 'yes'; file?: File } & SentFile)
  | ({ stage: 'sent'; file?: File } & SentFile)

export type ImportItem = Omit<ChosenFile, 'file'> & ImportStage

/** The account and server that a job belongs to; `''` without a connection. */
export function accountKey(client: QueryClient) {
  const connection = connectionOf(client)
  return connection ? connectionId(connection) : ''
}

/** The imports of an account, which are only in the query cache. */
export const importsQuery = (account: string) =>
  jobQuery<ImportTypes>({ queryKey: importsKey(account), restore: () => restoreJob(account) })

export const importsKey = (account: string) => ['import-jobs', account] as const

/** The files of a job, newest first, each with its stage. */
export const itemsOf = (job: ImportJob | null | undefined): ImportItem[] =>
  job?.action.files.map(({ file, ...chosen }) => ({
    ...chosen,
    ...(file && { file }),
    ...(job.ids.includes(chosen.id) ? stageOf(job.outcomes.get(chosen.id), chosen.isRestored) : stageBefore(chosen)),
  })) ?? []

const stageBefore = ({ repeats }: Pick<ChosenFile, 'repeats'>): ImportStage =>
  repeats ? { stage: 'repeated', repetition: repeats } : { stage: 'checking' }

function stageOf(outcome: ItemOutcome<ImportTypes> | undefined, isRestored = false): ImportStage {
  switch (outcome?.is) {
    case undefined:
      return { stage: 'queued' }
    case 'sending':
      return { stage: 'sending' }
    case 'done':
      return outcome.result ? { stage: 'sent', ...outcome.result } : { stage: 'unknown' }
    case 'failed':
      return outcome.error instanceof ApiError ? { stage: 'unsent', error: outcome.error } : outcome.error.stage
    case 'cancelled': {
      const { last } = outcome
      if (last?.is === 'done' && last.result) return { stage: 'stopped', reachedServer: 'yes', ...last.result }
      return { stage: 'stopped', reachedServer: last ? 'maybe' : 'no', ...(isRestored && { isClosed: true }) }
    }
    case 'uncertain':
      return { stage: 'unknown', ...(outcome.error instanceof ApiError && { error: outcome.error }) }
    case 'unchanged':
    case 'gone':
    case 'changedMeanwhile':
      return { stage: 'unknown' }
  }
}

/** The part of a job that is stored for a reload of the tab. */
export const toSentImports = (job: ImportJob): SentImport[] =>
  itemsOf(job).flatMap((item): SentImport[] => {
    const { id, fileName, chosenAt, link, digest, stage } = item
    const base = { id, fileName, started: chosenAt, ...(link !== undefined && { link }), ...(digest !== undefined && { digest }) } // prettier-ignore
    if (stage === 'sent') return [{ ...base, importUid: item.importUid, sent: item.sentAt, isWaiting: true }]
    if (stage === 'stopped' && item.reachedServer === 'yes')
      return [{ ...base, importUid: item.importUid, sent: item.sentAt, isWaiting: false }]
    if (stage === 'sending' || stage === 'unknown' || (stage === 'stopped' && item.reachedServer === 'maybe'))
      return [{ ...base, isWaiting: false }]
    // What was not sent is named after a reload, so that nobody takes it for imported.
    return stage === 'refused' ? [] : [{ ...base, isWaiting: false, isUnsent: true }]
  })

/** The job after a reload: imports that were sent are polled; uploads that were interrupted are not repeated. */
export function restoreJob(account: string): ImportJob {
  const stored = readSentImports(account)
  const files = stored.map(({ id, fileName, started, link, digest }): ChosenFile => ({
    id,
    fileName,
    chosenAt: started,
    ...(link !== undefined && { link }),
    ...(digest !== undefined && { digest }),
    isRestored: true,
  }))
  const job = newJob<ImportTypes>(
    { files },
    stored.map(({ id }) => id),
  )
  return {
    ...withOutcomes(
      job,
      stored.map((sent) => [sent.id, outcomeOf(sent)]),
    ),
    phase: 'ended',
  }
}

function outcomeOf({ importUid, started, sent = started, isWaiting, isUnsent }: SentImport): ItemOutcome<ImportTypes> {
  if (isUnsent) return { is: 'cancelled' }
  if (importUid === undefined) return { is: 'uncertain', kept: {}, error: null }
  const done = { is: 'done', result: { importUid, sentAt: sent, waitingSince: Date.now() } } as const
  return isWaiting ? done : { is: 'cancelled', last: done }
}
