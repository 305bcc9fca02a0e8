import type { HookLog } from '#/api/kpi/hooks/schema.ts'

/** The states of an entry of the log. */
export const STATUS = { failed: 0, pending: 1, sent: 2, processing: 3 } as const

/** Why a submission is not at the other side as it is here, in the order in which the groups are shown. */
export const REASONS = [
  'failed', // refused or not reached; the server can send it again
  'pending', // the server tries again by itself
  'processing', // it is being sent
  'edited', // changed after it was sent
  'maybeEdited', // changed at an unknown time, and sent once
  'paused', // received while the service was paused
  'before', // received before the service was added
  'unsent', // received before its first delivery: it was paused, or not there yet
  'unexplained', // the service was there and not paused, and there is no entry
] as const
export type Reason = (typeof REASONS)[number]

/** What of a submission matters here. */
export interface ReceivedRow {
  id: number
  /** Milliseconds since 1970; `null` if unknown. */
  receivedAt: number | null
  isEdited: boolean
  /** Of the last edit in the history, in milliseconds since 1970; `null` if the history does not say. */
  editedAt: number | null
}

/** What is known of a service from the project's history. Times in milliseconds since 1970. */
export interface ServiceTimes {
  /** `null` if the history does not reach back so far. */
  addedAt: number | null
  /** When it was active or paused from then on, oldest first. */
  changes: readonly { at: number; isActive: boolean }[]
}

interface LogFacts {
  log: HookLog | undefined
  /** The lowest `_id` in the log: the service was there when it arrived. `null` without entries. */
  firstLoggedId: number | null
  times: ServiceTimes
}

/** Whether the service was paused at a time; `null` if the history does not say. */
function wasPaused({ addedAt, changes }: ServiceTimes, at: number): boolean | null {
  const last = changes.findLast((change) => change.at <= at)
  if (last) return !last.isActive
  return addedAt === null ? null : false
}

/** Why a submission has to be looked at; `null` if it was sent, and not changed since. */
export function reasonFor(row: ReceivedRow, { log, firstLoggedId, times }: LogFacts): Reason | null {
  if (log) {
    if (log.status === STATUS.failed) return 'failed'
    if (log.status === STATUS.pending) return 'pending'
    if (log.status === STATUS.processing) return 'processing'
    if (row.editedAt !== null) return row.editedAt > Date.parse(log.date_modified) ? 'edited' : null
    return row.isEdited ? 'maybeEdited' : null
  }
  const { receivedAt: at } = row
  if (at !== null && times.addedAt !== null && at < times.addedAt) return 'before'
  const isPaused = at === null ? null : wasPaused(times, at)
  if (isPaused === true) return 'paused'
  // With an earlier entry the service was there, and only a pause explains that there is none.
  const isAfterFirst = firstLoggedId !== null && row.id > firstLoggedId
  if (isPaused === false) return 'unexplained'
  return isAfterFirst ? 'paused' : times.addedAt === null ? 'unsent' : 'unexplained'
}

/** One submission that has to be looked at. */
export interface Undelivered {
  id: number
  reason: Reason
  receivedAt: number | null
  /** Its entry in the log, if it has one. */
  log: HookLog | undefined
}

/** The submissions that have to be looked at, newest first. */
export function findUndelivered(
  rows: readonly ReceivedRow[],
  logs: ReadonlyMap<number, HookLog>,
  times: ServiceTimes,
): Undelivered[] {
  const firstLoggedId = logs.size === 0 ? null : [...logs.keys()].reduce((first, id) => Math.min(first, id))
  return rows
    .flatMap((row): Undelivered[] => {
      const log = logs.get(row.id)
      const reason = reasonFor(row, { log, firstLoggedId, times })
      return reason ? [{ id: row.id, reason, receivedAt: row.receivedAt, log }] : []
    })
    .toSorted((one, other) => other.id - one.id)
}

/** Milliseconds after the last attempt during which the server refuses another one [2396]. */
export const RETRY_DELAY = 120_000
/** After so many attempts the server no longer tries by itself: its default. */
const MAX_TRIES = 3

/** Whether the server would send this entry again now, if the service is active. */
export const canRetry = ({ status, tries, date_modified: date }: HookLog, now: number) =>
  now - Date.parse(date) > RETRY_DELAY &&
  (status === STATUS.failed || (status === STATUS.pending && tries >= MAX_TRIES))

/** Milliseconds until a failed entry can be sent again; 0 if it can be now. */
export const retryWait = ({ date_modified: date }: HookLog, now: number) =>
  Math.max(0, Date.parse(date) + RETRY_DELAY - now)
