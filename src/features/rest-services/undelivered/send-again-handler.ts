import type { QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import { ApiError } from '#/api/errors.ts'
import { retryLog } from '#/api/kpi/hooks/mutations.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import type { HookLog } from '#/api/kpi/hooks/schema.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import { type BatchJob, newJob } from '#/lib/batch-job/batch-job.ts'
import { STATUS } from './reasons.ts'

/** The types of a job that sends failed submissions again. Its items are uids of the log. */
export interface SendAgainTypes {
  id: string
  /** The submissions, by entry of the log. */
  action: { submissions: ReadonlyMap<string, number> }
  before: never
  /** The number of attempts before: a higher one means that it was sent. */
  trace: number
  result: never
  error: ApiError
}

export type SendAgainJob = BatchJob<SendAgainTypes>

/** A job that sends the submissions of these entries again, one at a time. */
export const newSendAgainJob = (logs: readonly Pick<HookLog, 'uid' | 'submission_id'>[]): SendAgainJob =>
  newJob<SendAgainTypes>(
    { submissions: new Map(logs.map(({ uid, submission_id: id }) => [uid, id])) },
    logs.map(({ uid }) => uid),
  )

/** Reads each entry just before: one that was sent meanwhile, by the server or somebody else, is left alone. */
export function sendAgainHandler(
  client: QueryClient,
  assetUid: string,
  hookUid: string,
): BatchHandler<SendAgainTypes, HookLog> {
  const { mutationFn } = retryLog(assetUid, hookUid)
  return {
    batchSize: 1,
    errors: apiErrors,
    read: async ([uid = '']) => {
      try {
        return {
          items: new Map([[uid, await client.query(hookQueries.log(assetUid, hookUid, uid))]]),
          isPartial: false,
        }
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return { items: new Map(), isPartial: false }
        throw error
      }
    },
    judge: (_uid, log, kept) => {
      if (!log) return { is: 'gone' }
      const wasSent = kept?.trace !== undefined && log.tries > kept.trace
      if (log.status === STATUS.sent) return { is: wasSent ? 'done' : 'unchanged' }
      return wasSent ? { is: 'failed', error: new ApiError('rejected', log.message ?? '') } : null
    },
    keep: (_uid, { tries }) => ({ trace: tries }),
    write: async (entries) => {
      if (!mutationFn) throw new TypeError('The mutation has no function')
      for (const { id } of entries) await mutationFn(id, { client, meta: undefined })
      return null
    },
  }
}
