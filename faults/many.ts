import { expect } from 'vitest'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { type BulkJob, countOutcomes } from '#/features/bulk/bulk-job.ts'
import { runJob } from '#/features/bulk/bulk-run.ts'
import { client, world } from './in-a-world.ts'
import { settled } from './world.ts'

export const { uid } = DEMO_PROJECTS.household
const DATA = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/`
export const NAME = 'hh/head_name'
export const HOLD = { kind: 'status', verdict: 'validation_status_on_hold' } as const
export const EDIT = { kind: 'edit', path: NAME, value: 'Same' } as const

/** The job as it was told on the way. */
export let steps: BulkJob[] = []

/** Somebody else at work on the same server, whose network is well. */
export async function colleague<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
  const answer = await world.server(
    new Request(DATA + path, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
  )
  return (answer.status === 204 ? null : await answer.json()) as Answer
}

/** All submissions as they are on the server, newest first. */
export const all = async (): Promise<Submission[]> => {
  const sort = encodeURIComponent('{"_id":-1}')
  const pages = [0, 1000].map(async (start) =>
    colleague<{ results: Submission[] }>('GET', `?limit=1000&start=${start}&sort=${sort}`),
  )
  return (await Promise.all(pages)).flatMap(({ results }) => results)
}

export const idsOf = (rows: readonly Submission[]) => rows.map(({ _id }) => _id)
export const verdictOf = ({ _validation_status: status }: Submission) => (status as { uid?: string }).uid ?? null

export async function run(job: BulkJob, onStep?: (job: BulkJob, stop: () => void) => void): Promise<BulkJob> {
  const stop = new AbortController()
  steps = []
  const onChange = (next: BulkJob) => {
    steps.push(next)
    onStep?.(next, () => stop.abort())
  }
  const { value, error } = await settled(
    runJob(client, job, { assetUid: uid, isToStop: () => stop.signal.aborted, onChange }),
  )
  expect(error).toBeUndefined()
  return value as BulkJob
}

/** Those that are not zero. */
export const counted = (job: BulkJob) =>
  Object.fromEntries(Object.entries(countOutcomes(job)).filter(([, count]) => count > 0))
export const writesSent = () => world.takeSent().filter(({ method }) => method !== 'GET')

/** The server's rows besides those of a job must be as they were. */
export async function expectOthersUntouched(before: readonly Submission[], ids: readonly number[]) {
  const mine = new Set(ids)
  const others = (rows: readonly Submission[]) => rows.filter(({ _id }) => !mine.has(_id))
  expect(others(await all())).toEqual(others(before))
}
