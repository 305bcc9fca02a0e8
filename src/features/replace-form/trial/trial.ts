import { type DefaultError, type MutationOptions, type QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import { connectionOf } from '#/api/client.ts'
import { connectionId } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { deleteAsset } from '#/api/kpi/assets/mutations.ts'
import { ALL_PROJECTS } from '#/api/kpi/assets/project-search.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { isSettled, pollDelay, SLOW_AFTER } from '#/api/polling.ts'
import { forgetDraft, rememberDraft, type TrialDraft } from './trial-drafts.ts'

export type TrialStep = 'creating' | 'deploying' | 'deleting'

/** What the server said of a form. `stopped`: nothing, since the person cancelled. */
export type TrialVerdict =
  | { is: 'deploys' }
  | { is: 'refused'; message: string }
  | { is: 'notImported'; message: string }
  /** The server shared the temporary project with everybody, so it was not deployed. */
  | { is: 'public' }
  | { is: 'stopped' }
  | { is: 'unknown'; error: ApiError }

/** `isLeft`: the temporary project may still be there. */
export interface TrialResult {
  verdict: TrialVerdict
  isLeft: boolean
}

interface Trial {
  file: File
  /** From {@link newTrialName}, or the form's own title, which the server takes instead. */
  name: string
  hasOwnName: boolean
  signal: AbortSignal
  onStep: (step: TrialStep) => void
  /** Milliseconds, for tests. */
  pause?: (time: number) => Promise<void>
}

/** A name that no other project has. */
export const newTrialName = (base: string) => `${base} ${Math.random().toString(36).slice(2, 8)}`

export const accountOf = (client: QueryClient) => {
  const connection = connectionOf(client)
  return connection ? connectionId(connection) : ''
}

const run = <Data, Variables>(
  client: QueryClient,
  options: MutationOptions<Data, DefaultError, Variables, never> | MutationOptions<Data, DefaultError, Variables>,
  variables: Variables,
) =>
  client
    .getMutationCache()
    .build(client, { ...(options as MutationOptions<Data, DefaultError, Variables>), meta: { showsError: true } })
    .execute(variables)

const wait = (time: number) => new Promise<void>((resolve) => void setTimeout(resolve, time))

/**
 * Asks the server whether a form will deploy, by a temporary project: the only way that tells (NOTES, Will this form
 * deploy?). The project is deleted whatever happens; what could not be deleted stays remembered. A step that was sent is
 * waited for, also after cancelling: otherwise the server could finish it after the deletion.
 */
export async function tryDeployment(client: QueryClient, trial: Trial): Promise<TrialResult> {
  const account = accountOf(client)
  let draft: TrialDraft = {
    id: newTrialName(''),
    name: trial.name,
    hasOwnName: trial.hasOwnName,
    startedAt: Date.now(),
  }
  const remember = (more: Partial<TrialDraft> = {}) => {
    draft = { ...draft, ...more }
    rememberDraft(account, draft)
  }
  const verdict = await ask(client, trial, remember).catch((error: unknown): TrialVerdict => ({
    is: 'unknown',
    error: error instanceof ApiError ? error : new ApiError('unreadable', '', { cause: error }),
  }))
  trial.onStep('deleting')
  const isDeleted = await deleteTrialDraft(client, draft, trial.pause).then(
    () => true,
    () => false,
  )
  return { verdict, isLeft: !isDeleted }
}

async function ask(
  client: QueryClient,
  { file, name, signal, onStep, pause = wait }: Trial,
  remember: (more?: Partial<TrialDraft>) => void,
): Promise<TrialVerdict> {
  onStep('creating')
  remember() // from here on it may be there
  const extension = /\.\w+$/.exec(file.name)?.[0] ?? '.xlsx'
  const named = new File([file], `${name}${extension}`, { type: file.type })
  const { uid: importUid } = await run(client, uploadForm(), { file: named }).catch((error: unknown) => {
    if (apiErrors.effectOf(apiErrors.from(error)) !== 'maybe') remember({ isRefused: true })
    throw error
  })
  remember({ importUid })

  const task = await settledTask(client, importUid, signal, pause)
  if (task === null) return { is: 'stopped' }
  if (task.status === 'error') return { is: 'notImported', message: task.messages.error }
  const assetUid = createdBy(task)
  if (assetUid === undefined) throw new ApiError('unreadable', '')
  remember({ assetUid })
  if (signal.aborted) return { is: 'stopped' }

  const asset = await client.query({ ...assetQueries.detail(assetUid), staleTime: 0 })
  if (summarizeAccess(asset.permissions, asset.owner__username).public !== 'none') return { is: 'public' }
  onStep('deploying')
  try {
    await run(client, changeDeployment(assetUid), { action: 'deploy', versionId: asset.version_id ?? '' })
    return { is: 'deploys' }
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'rejected') return { is: 'refused', message: error.message }
    throw error
  }
}

/** The import once it has ended; `null` after cancelling. */
async function settledTask(
  client: QueryClient,
  importUid: string,
  signal: AbortSignal,
  pause: (time: number) => Promise<void>,
) {
  const until = Date.now() + SLOW_AFTER
  for (let count = 1; Date.now() < until; count += 1) {
    const task = await client.query({ ...importQueries.task(importUid), staleTime: 0 })
    if (isSettled(task)) return task
    if (signal.aborted) return null
    await pause(pollDelay(count))
  }
  throw new ApiError('timed-out', '')
}

type Task = Awaited<ReturnType<typeof settledTask>>

const createdBy = (task: Task) =>
  task?.status === 'complete'
    ? (task.messages.created?.results[0]?.uid ?? task.messages.created?.unreadable[0]?.id ?? undefined)
    : undefined

/** The clocks of the server and of this device may differ by so much, in milliseconds. */
const CLOCK_TOLERANCE = 300_000

/** Why a temporary project could not be deleted without the person: it cannot be told from others of its name. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell'
}

/**
 * Deletes a temporary project, and forgets it. Where its import is still running, it waits for that.
 * @throws CannotTell, or ApiError; then it stays remembered
 */
export async function deleteTrialDraft(client: QueryClient, draft: TrialDraft, pause = wait): Promise<void> {
  for (const uid of await uidsOf(client, draft, pause)) {
    await run(client, deleteAsset(uid), undefined)
    client.removeQueries({ queryKey: assetQueries.detail(uid).queryKey })
  }
  forgetDraft(accountOf(client), draft)
}

async function uidsOf(
  client: QueryClient,
  { importUid, assetUid, isRefused, name, hasOwnName, startedAt }: TrialDraft,
  pause: (time: number) => Promise<void>,
): Promise<string[]> {
  if (isRefused) return []
  if (assetUid !== undefined) return [assetUid]
  if (importUid !== undefined) {
    const created = createdBy(await settledTask(client, importUid, new AbortController().signal, pause))
    return created === undefined ? [] : [created]
  }
  // The upload had no answer: whether it arrived shows in the list only, and only once it is imported.
  for (const time of [0, 3000, 6000]) {
    await pause(time)
    const uids = await uidsByName(client, { name, hasOwnName, startedAt })
    if (uids.length > 0) return uids
  }
  return []
}

async function uidsByName(
  client: QueryClient,
  { name, hasOwnName, startedAt }: Pick<TrialDraft, 'name' | 'hasOwnName' | 'startedAt'>,
): Promise<string[]> {
  const search = { ...ALL_PROJECTS, text: name }
  const { results } = await client.query({
    ...assetQueries.list({ search, ordering: '-date_modified', page: 1, pageSize: 100 }),
    staleTime: 0,
  })
  const likely = results.filter(
    (project) => project.name === name && Date.parse(project.date_created) >= startedAt - CLOCK_TOLERANCE,
  )
  if (likely.length > 0 && !hasOwnName) throw new CannotTell(name)
  return likely.map(({ uid }) => uid)
}
