import { expect } from 'vitest'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { handlerOf } from '#/features/bulk/bulk-handlers.ts'
import type { BulkJob } from '#/features/bulk/bulk-job.ts'
import { countOutcomes } from '#/lib/batch-job/batch-job.ts'
import { runInMemory } from '#/lib/batch-job/job-in-tests.ts'
import { settled } from './faulty-server.ts'
import { client, server } from './set-up-server.ts'

export const { uid } = DEMO_PROJECTS.household
const DATA = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/`
export const NAME = 'hh/head_name'
export const HOLD = { kind: 'status', status: 'validation_status_on_hold' } as const
export const EDIT = { kind: 'edit', path: NAME, value: 'Same' } as const

/** The job after each of its changes. */
export let progress: BulkJob[] = []

/** Sends a request as another client, without faults. */
export async function requestAsColleague<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
  const response = await server.directTransport(
    new Request(DATA + path, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
  )
  return (response.status === 204 ? null : await response.json()) as Answer
}

/** All submissions on the server, newest first. */
export const allRows = async (): Promise<Submission[]> => {
  const sort = encodeURIComponent('{"_id":-1}')
  const pages = [0, 1000].map(async (start) =>
    requestAsColleague<{ results: Submission[] }>('GET', `?limit=1000&start=${start}&sort=${sort}`),
  )
  return (await Promise.all(pages)).flatMap(({ results }) => results)
}

export const idsOf = (rows: readonly Submission[]) => rows.map(({ _id }) => _id)
export const statusUidOf = ({ _validation_status: status }: Submission) => (status as { uid?: string }).uid ?? null

export async function runToStop(
  begun: BulkJob,
  onStep?: (job: BulkJob, cancellation: () => void) => void,
): Promise<BulkJob> {
  progress = []
  const { value, error } = await settled(
    runInMemory(begun, handlerOf(client, uid, begun.action), (job, stop) => {
      progress.push(job)
      onStep?.(job, stop)
    }),
  )
  expect(error).toBeUndefined()
  return value as BulkJob
}

/** The outcome counts that are not zero. */
export const nonZeroCounts = (job: BulkJob) =>
  Object.fromEntries(Object.entries(countOutcomes(job)).filter(([, count]) => count > 0))
export const takeWrites = () => server.takeRequests().filter(({ method }) => method !== 'GET')

/** Expects all rows except those of the job to be unchanged. */
export async function expectOthersUntouched(before: readonly Submission[], ids: readonly number[]) {
  const mine = new Set(ids)
  const others = (rows: readonly Submission[]) => rows.filter(({ _id }) => !mine.has(_id))
  expect(others(await allRows())).toEqual(others(before))
}
