import { randomId } from '@mantine/hooks'
import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { connections } from '#/api/connection.ts'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { type LinkedForm, uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import { addItems, cancelItems, type ItemOutcome, removeItems, withOutcomes } from '#/lib/batch-job/batch-job.ts'
import { fileKind, type FileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'
import { checkFile } from '#/lib/xlsform/check-file/check-file.ts'
import {
  accountKey,
  type ChosenFile,
  type FindingCounts,
  type ImportJob,
  importsKey,
  type ImportTypes,
  restoreJob,
  toSentImports,
} from './import-job.ts'
import { nameOfLink } from './links.ts'
import { digestOf, repetitionOf } from './repetition.ts'
import { NotSent, type RejectionReason, type UnsentStage } from './not-sent.ts'
import { writeSentImports } from './sent-imports.ts'

/** Bytes. Forms have some hundred kilobytes, and proxies refuse larger requests. */
export const MAX_FILE_SIZE = 100_000_000

const MAX_UPLOADS = 3

/** The import job of the account that a cache belongs to. */
function importJob(client: QueryClient) {
  const account = accountKey(client)
  const imports: ReturnType<typeof keptJob<ImportTypes, File | LinkedForm>> = keptJob(client, {
    queryKey: importsKey(account),
    restore: () => restoreJob(account),
    // Stores nothing after the person has signed out.
    onChange: (job) => {
      if (account === accountKey(client)) writeSentImports(account, job ? toSentImports(job) : [])
    },
    handler: () => uploadHandler(client, account, (id) => sourceOf(chosenOf(imports.get(), id))),
  })
  return imports
}

const chosenOf = (job: ImportJob | null, id: string) => job?.action.files.find((chosen) => chosen.id === id)
const fileOf = (job: ImportJob | null, id: string) => chosenOf(job, id)?.file
const sourceOf = (chosen: ChosenFile | undefined): File | LinkedForm | undefined =>
  chosen?.file ?? (chosen?.link === undefined ? undefined : { url: chosen.link, name: chosen.fileName })

/** An import that has begun. */
interface StartedImport {
  id: string
  /** Whether its check finds errors, and nothing is sent. */
  isHeld: Promise<boolean>
}

/** A file, or the address of one, as it is chosen. */
export type ImportSource = File | string

const newChoice = (source: ImportSource, id = randomId()): ChosenFile =>
  typeof source === 'string'
    ? { id, fileName: nameOfLink(source), chosenAt: Date.now(), link: source }
    : { id, fileName: source.name, chosenAt: Date.now(), file: source }

/** Starts one import for each file or link. They continue whichever page is shown. */
export function startImports(client: QueryClient, sources: readonly ImportSource[]): StartedImport[] {
  const chosen = sources.map((source) => newChoice(source))
  importJob(client).update((job) => ({ ...job, action: { files: [...chosen, ...job.action.files] } }))
  return compare(client, chosen)
}

/** Replaces an import that did not succeed by one of the same or another file. */
export function restartImport(client: QueryClient, id: string, source: ImportSource): StartedImport {
  const chosen = newChoice(source, id)
  importJob(client).update((job) => ({
    ...removeItems(job, [id]),
    action: { files: job.action.files.map((former) => (former.id === id ? chosen : former)) },
  }))
  const [started] = compare(client, [chosen])
  return started ?? { id, isHeld: Promise.resolve(false) }
}

/** Compares each with the rest of the list, and checks what is new in it. */
function compare(client: QueryClient, chosen: readonly ChosenFile[]): StartedImport[] {
  // One after the other: they may be large.
  let before: Promise<unknown> = Promise.resolve()
  return chosen.map((one) => {
    const isNew = before.then(() => findRepetition(client, one, chosen))
    before = isNew
    return { id: one.id, isHeld: isNew.then((result) => (result ? checkOrQueue(client, result) : false)) }
  })
}

/** What was chosen, if it is to be checked now: it repeats none, and was neither cancelled nor restarted meanwhile. */
async function findRepetition(client: QueryClient, { id, file, link }: ChosenFile, together: readonly ChosenFile[]) {
  const digest = file && file.size <= MAX_FILE_SIZE ? await digestOf(file) : undefined
  const job = importJob(client).get()
  const current = chosenOf(job, id)
  if (!job || job.ids.includes(id) || !current || current.file !== file || current.link !== link) return null
  const compared = { ...current, ...(digest !== undefined && { digest }) }
  const repeats = repetitionOf(compared, othersOf(client, job, together, id))
  setChosen(client, { ...compared, ...(repeats && { repeats }) })
  return repeats ? null : compared
}

const setChosen = (client: QueryClient, chosen: ChosenFile) =>
  importJob(client).update((job) => ({
    ...job,
    action: { files: job.action.files.map((one) => (one.id === chosen.id ? chosen : one)) },
  }))

/** Those of the list that became, or may become, a project: of the same choice, those that come before. */
function othersOf(client: QueryClient, job: ImportJob, together: readonly ChosenFile[], id: string) {
  const later = new Set(together.slice(together.findIndex((one) => one.id === id)).map((one) => one.id))
  return job.action.files.filter((other) => {
    if (later.has(other.id)) return false
    const outcome = job.outcomes.get(other.id)
    if (outcome?.is === 'failed') return outcome.error instanceof NotSent && outcome.error.stage.stage !== 'refused'
    if (outcome?.is === 'cancelled' && !outcome.last) return false
    if (outcome?.is !== 'done' || !outcome.result) return true
    return client.getQueryData(importQueries.task(outcome.result.importUid).queryKey)?.status !== 'error'
  })
}

/** Imports what repeats an earlier one all the same. */
export function importRepeated(client: QueryClient, id: string) {
  const chosen = chosenOf(importJob(client).get(), id)
  if (!chosen?.repeats) return
  const { repeats: _repeats, ...accepted } = chosen
  setChosen(client, accepted)
  void checkOrQueue(client, accepted)
}

/** A link is checked by the server only, since the browser may not read other sites. */
async function checkOrQueue(client: QueryClient, { id, file }: ChosenFile): Promise<boolean> {
  if (file) return check(client, id, file)
  const imports = importJob(client)
  imports.update((job) => (job.action.files.some((one) => one.id === id) ? addItems(job, [id]) : job))
  imports.takeUp()
  return false
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
  currentSource: (id: string) => File | LinkedForm | undefined,
): BatchHandler<ImportTypes, File | LinkedForm> => ({
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
        const source = currentSource(id)
        return source ? [[id, source] as const] : []
      }),
    ),
    isPartial: false,
  }),
  judge: (_id, source) => (source ? null : { is: 'gone' }),
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
