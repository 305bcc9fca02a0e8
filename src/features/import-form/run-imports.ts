import { randomId } from '@mantine/hooks'
import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { connections } from '#/api/connection.ts'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import { addItems, cancelItems, type ItemOutcome, removeItems, withOutcomes } from '#/lib/batch-job/batch-job.ts'
import { fileKind, type FileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'
import { checkFile } from '#/lib/xlsform/check-file/check-file.ts'
import {
  accountKey,
  type FindingCounts,
  type ImportJob,
  importsKey,
  type ImportTypes,
  restoreJob,
  toSentImports,
} from './import-job.ts'
import { NotSent, type RejectionReason, type UnsentStage } from './not-sent.ts'
import { writeSentImports } from './sent-imports.ts'

/** Bytes. Forms have some hundred kilobytes, and proxies refuse larger requests. */
export const MAX_FILE_SIZE = 100_000_000

const MAX_UPLOADS = 3

/** The import job of the account that a cache belongs to. */
function importJob(client: QueryClient) {
  const account = accountKey(client)
  const imports: ReturnType<typeof keptJob<ImportTypes, File>> = keptJob(client, {
    queryKey: importsKey(account),
    restore: () => restoreJob(account),
    // Stores nothing after the person has signed out.
    onChange: (job) => {
      if (account === accountKey(client)) writeSentImports(account, job ? toSentImports(job) : [])
    },
    handler: () => uploadHandler(client, account, (id) => fileOf(imports.get(), id)),
  })
  return imports
}

const fileOf = (job: ImportJob | null, id: string) => job?.action.files.find((chosen) => chosen.id === id)?.file

/** An import that has begun. */
interface StartedImport {
  id: string
  /** Whether its check finds errors, and nothing is sent. */
  isHeld: Promise<boolean>
}

/** Starts one import for each file. They continue whichever page is shown. */
export function startImports(client: QueryClient, files: readonly File[]): StartedImport[] {
  const chosen = files.map((file) => ({ id: randomId(), fileName: file.name, chosenAt: Date.now(), file }))
  importJob(client).update((job) => ({ ...job, action: { files: [...chosen, ...job.action.files] } }))
  return chosen.map(({ id, file }) => ({ id, isHeld: check(client, id, file) }))
}

/** Replaces an import that did not succeed by one of the same or another file. */
export function restartImport(client: QueryClient, id: string, file: File): StartedImport {
  const chosen = { id, fileName: file.name, chosenAt: Date.now(), file }
  importJob(client).update((job) => ({
    ...removeItems(job, [id]),
    action: { files: job.action.files.map((former) => (former.id === id ? chosen : former)) },
  }))
  return { id, isHeld: check(client, id, file) }
}

/** Sends a file that was held. */
export function importAnyway(client: QueryClient, id: string) {
  const imports = importJob(client)
  imports.update((job) => (fileOf(job, id) ? addItems(removeItems(job, [id]), [id]) : job))
  imports.takeUp()
}

/** Checks a file and adds it to the job: waiting to be sent, or failed if it is unsuitable or held. */
async function check(client: QueryClient, id: string, file: File): Promise<boolean> {
  const imports = importJob(client)
  const kind = await kindOf(file)
  const isSpreadsheet = kind === 'xlsx' || kind === 'xls'
  const counts = isSpreadsheet ? await countFindings(file) : null
  const unsent = isSpreadsheet ? holdStage(counts) : ({ stage: 'refused', reason: kind, fileSize: file.size } as const)
  imports.update((job) => {
    if (job.ids.includes(id) || fileOf(job, id) !== file) return job // cancelled, or restarted with another file
    const files = job.action.files.map((one) => (one.id === id && counts ? { ...one, counts } : one))
    const added = addItems({ ...job, action: { files } }, [id])
    return unsent ? withOutcomes(added, [[id, { is: 'failed', error: new NotSent(unsent) }]]) : added
  })
  imports.takeUp()
  return unsent?.stage === 'held'
}

/** `null` if the file cannot be checked, which says nothing about the form. */
async function countFindings(file: File): Promise<FindingCounts | null> {
  try {
    const { findings } = await checkFile(file)
    const errors = findings.filter(({ severity }) => severity !== 'warning')
    const refused = errors.some(({ severity }) => severity === 'import') ? 'import' : 'deployment'
    return {
      errors: errors.length,
      warnings: findings.length - errors.length,
      refused: errors.length > 0 ? refused : null,
    }
  } catch {
    return null
  }
}

function holdStage(counts: FindingCounts | null): UnsentStage | null {
  if (!counts) return { stage: 'unchecked' }
  return counts.errors > 0 ? { stage: 'held' } : null
}

async function kindOf(file: File): Promise<FileKind | RejectionReason> {
  if (file.size > MAX_FILE_SIZE) return 'too-large'
  try {
    return fileKind(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return 'unreadable' // moved, or changed on disk since it was chosen
  }
}

/** Errors after which the server certainly does not have the file, so that it may be sent again. */
const NOT_RECEIVED = new Set<ApiErrorKind>([
  'no-network',
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'throttled',
  'rejected',
])

/** Uploads files. An upload that is refused or gets no response does not stop the others. */
const uploadHandler = (
  client: QueryClient,
  account: string,
  currentFile: (id: string) => File | undefined,
): BatchHandler<ImportTypes, File> => ({
  batchSize: 1,
  concurrency: MAX_UPLOADS,
  canVerify: false,
  maxRefusals: Infinity,
  errors: {
    from: (thrown) =>
      thrown instanceof ApiError || thrown instanceof NotSent ? thrown : new ApiError('offline', '', { cause: thrown }),
    effectOf: (error) => (error instanceof ApiError && !NOT_RECEIVED.has(error.kind) ? 'maybe' : 'refused'),
    unreadable: () => new ApiError('unreadable', ''),
  },
  read: async (ids) => ({
    items: new Map(
      ids.flatMap((id) => {
        const file = currentFile(id)
        return file ? [[id, file] as const] : []
      }),
    ),
    isPartial: false,
  }),
  judge: (_id, file) => (file ? null : { is: 'gone' }),
  keep: () => ({ trace: { abort: new AbortController() } }),
  write: async ([entry]) => {
    if (!entry) return null
    const abort = entry.kept.trace?.abort ?? new AbortController()
    // Signing out aborts uploads.
    const unsubscribe = connections.subscribe(() => {
      if (!connections.find(account)) abort.abort()
    })
    try {
      const upload = new MutationObserver(client, { ...uploadForm(), meta: { showsError: true } })
      const { uid: importUid } = await upload.mutate({ file: entry.item, signal: abort.signal })
      const sentAt = Date.now()
      return new Map([[entry.id, { is: 'done', result: { importUid, sentAt, waitingSince: sentAt } }]])
    } finally {
      unsubscribe()
    }
  },
})

const outcomeOf = (job: ImportJob | null, id: string) => job?.outcomes.get(id)

/** Cancels an upload, or waiting for an import. The server may still finish an import that it has received. */
export function cancelImport(client: QueryClient, id: string) {
  const { get, update } = importJob(client)
  const outcome = outcomeOf(get(), id)
  if (outcome?.is === 'sending') outcome.kept.trace?.abort.abort()
  update((job) => {
    if (outcome?.is === 'done') return withOutcomes(job, [[id, { is: 'cancelled', last: outcome }]])
    return cancelItems(addItems(job, [id]), [id])
  })
}

/** Starts to wait for an import again, and queries it at once. */
export function keepWaiting(client: QueryClient, id: string) {
  const { get, update } = importJob(client)
  const outcome = outcomeOf(get(), id)
  const done = outcome?.is === 'cancelled' ? outcome.last : outcome
  if (done?.is !== 'done' || !done.result) return
  const waiting: ItemOutcome<ImportTypes> = { is: 'done', result: { ...done.result, waitingSince: Date.now() } }
  update((job) => withOutcomes(job, [[id, waiting]]))
  void client.invalidateQueries({ queryKey: importQueries.task(done.result.importUid).queryKey })
}

/** Removes imports from the list. The projects stay. */
export const dismissImports = (client: QueryClient, ids: readonly string[]) =>
  importJob(client).update((job) => ({
    ...removeItems(job, ids),
    action: { files: job.action.files.filter(({ id }) => !ids.includes(id)) },
  }))
