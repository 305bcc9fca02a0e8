import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import { walkHistory } from '#/api/kpi/history/queries.ts'
import type { HistoryEntry } from '#/api/kpi/history/schema.ts'
import type { HistorySearch } from '#/api/kpi/history/search.ts'
import type { HookLog } from '#/api/kpi/hooks/schema.ts'
import { walkLogs } from '#/api/kpi/hooks/walk-logs.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { findUndelivered, type ReceivedRow, type ServiceTimes, type Undelivered } from './reasons.ts'

/** The fields that are needed: the server adds the uuids by itself [0715]. */
const FIELDS = ['_id', '_submission_time']

export interface CheckProgress {
  step: 'log' | 'history' | 'rows'
  done: number
  /** `null` until the server said so. */
  total: number | null
}

export interface CheckResult {
  undelivered: Undelivered[]
  /** How many submissions were compared. */
  checked: number
  /** Submissions and entries of the log that could not be read: what is said of them can be wrong. */
  unreadable: number
  /** Whether the history could be read, and says when the service was added. */
  knowsTimes: boolean
}

interface CheckOptions {
  assetUid: string
  hookUid: string
  /** Whether the current user may read the history. */
  readsHistory: boolean
}

/** A check that can be cancelled, and continued after an error where it stopped. */
export interface Check {
  /** @throws ApiError, or the signal's reason */
  run: (signal: AbortSignal, onProgress: (progress: CheckProgress) => void) => Promise<CheckResult>
}

/** Compares all submissions with the whole log of a service, and with what the history says of it. */
export function createCheck(client: QueryClient, { assetUid, hookUid, readsHistory }: CheckOptions): Check {
  const rows: Submission[] = []
  let unreadable = 0
  let cursor: number | null = null
  let hasRows = false

  return {
    run: async (signal, onProgress) => {
      const { logs, unreadableLogs } = await readLogs(client, { assetUid, hookUid }, signal, onProgress)
      const entries = readsHistory ? await readHistory(client, assetUid, signal, onProgress) : []
      if (!hasRows) {
        onProgress({ step: 'rows', done: rows.length, total: null })
        for await (const page of walkSubmissions(client, assetUid, { fields: FIELDS, cursor, signal })) {
          const total = rows.length + unreadable + page.remaining
          rows.push(...page.results)
          unreadable += page.unreadable.length
          cursor = page.next
          onProgress({ step: 'rows', done: rows.length + unreadable, total })
        }
        hasRows = true
      }
      const times = timesOf(entries, hookUid)
      const edits = editsOf(entries)
      return {
        undelivered: findUndelivered(
          rows.map((row) => received(row, edits)),
          logs,
          times,
        ),
        checked: rows.length,
        unreadable: unreadable + unreadableLogs,
        knowsTimes: times.addedAt !== null,
      }
    },
  }
}

/** The entries by submission. They are read anew by each run: meanwhile some may have been sent. */
async function readLogs(
  client: QueryClient,
  { assetUid, hookUid }: Pick<CheckOptions, 'assetUid' | 'hookUid'>,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<{ logs: Map<number, HookLog>; unreadableLogs: number }> {
  let unreadableLogs = 0
  const logs = new Map<number, HookLog>()
  onProgress({ step: 'log', done: 0, total: null })
  for await (const { results, unreadable, count } of walkLogs(client, assetUid, hookUid, signal)) {
    for (const log of results) logs.set(log.submission_id, log)
    unreadableLogs += unreadable
    onProgress({ step: 'log', done: logs.size, total: count })
  }
  return { logs, unreadableLogs }
}

/** What is done to services, and edits of submissions. */
const RELEVANT: HistorySearch = {
  action: ['register-service', 'modify-service', 'modify-submission'],
  person: '',
  withViews: false,
}

/** What the history says; nothing where it may not be read after all. */
async function readHistory(
  client: QueryClient,
  assetUid: string,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<HistoryEntry[]> {
  let entries: HistoryEntry[] = []
  onProgress({ step: 'history', done: 0, total: null })
  try {
    for await (const log of walkHistory(client, assetUid, RELEVANT, signal)) {
      entries = log.results
      onProgress({ step: 'history', done: entries.length + log.unreadable.length, total: log.count })
    }
  } catch (error) {
    if (error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'not-found')) return []
    throw error
  }
  return entries
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** When a service was added, paused and resumed, as far as the history says. */
export function timesOf(entries: readonly HistoryEntry[], hookUid: string): ServiceTimes {
  const own = entries
    .flatMap(({ action, date_created: date, metadata }) => {
      const { hook } = metadata
      if (!isObject(hook) || hook['uid'] !== hookUid) return []
      return [{ action, at: Date.parse(date), isActive: hook['active'] !== false }]
    })
    .toSorted((one, other) => one.at - other.at)
  return {
    addedAt: own.find(({ action }) => action === 'register-service')?.at ?? null,
    changes: own.map(({ at, isActive }) => ({ at, isActive })),
  }
}

/** The last edit of each submission, by root uuid. Validation statuses, which have the same action, are no edits. */
export function editsOf(entries: readonly HistoryEntry[]): Map<string, number> {
  const edits = new Map<string, number>()
  for (const { action, date_created: date, metadata } of entries) {
    const { submission } = metadata
    if (action !== 'modify-submission' || !isObject(submission) || 'status' in submission) continue
    const { root_uuid: uuid } = submission
    if (typeof uuid === 'string') edits.set(bare(uuid), Math.max(edits.get(bare(uuid)) ?? 0, Date.parse(date)))
  }
  return edits
}

const bare = (uuid: string) => uuid.replace(/^uuid:/, '')

/** A submission without a zone in its time, which is UTC. */
function received(row: Submission, edits: ReadonlyMap<string, number>): ReceivedRow {
  const root = bare(row['meta/rootUuid'] ?? row._uuid)
  const { _submission_time: sent } = row
  const time = typeof sent === 'string' ? Date.parse(`${sent}Z`) : NaN
  return {
    id: row._id,
    receivedAt: Number.isNaN(time) ? null : time,
    isEdited: root !== row._uuid,
    editedAt: edits.get(root) ?? null,
  }
}
