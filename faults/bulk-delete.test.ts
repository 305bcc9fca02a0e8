import type { MutationOptions } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { ApiError } from '#/api/errors.ts'
import { deleteSubmissions, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { type BulkJob, newBulkJob, undoOf } from '#/features/bulk/bulk-job.ts'
import { countOutcomes, retryFailed } from '#/lib/batch-job/batch-job.ts'
import {
  allRows,
  EDIT,
  HOLD,
  idsOf,
  NAME,
  nonZeroCounts,
  requestAsColleague,
  runToStop,
  statusUidOf,
  takeWrites,
  uid,
} from './bulk-jobs.ts'
import { actAs, client, server, setUpServer } from './set-up-server.ts'

setUpServer()

/** Resumes the job as often as it takes. */
async function untilEnded(job: BulkJob): Promise<BulkJob> {
  const next = await runToStop(job)
  return next.phase === 'stopped' ? untilEnded(next) : next
}

describe('deleting several rows', { timeout: 20_000 }, () => {
  it('deletes only these rows, also if others delete some of them', async () => {
    const before = await allRows()
    const ids = idsOf(before.slice(0, 250))
    let isFirst = true
    const job = await runToStop(newBulkJob({ kind: 'delete' }, ids), ({ outcomes }) => {
      if (outcomes.size < 100 || !isFirst) return
      isFirst = false
      void requestAsColleague('DELETE', `${ids[120]}/`)
    })
    expect(nonZeroCounts(job)).toEqual({ total: 250, done: 249, gone: 1 })
    expect(idsOf(await allRows())).toEqual(idsOf(before.slice(250)))
    expect(undoOf(job)).toBeNull()
  })

  it('reads again where the answer was lost, and continues', async () => {
    const before = await allRows()
    server.chaos.set('answer-lost;on=write;times=1')
    const job = await runToStop(newBulkJob({ kind: 'delete' }, idsOf(before.slice(0, 150))))
    expect(nonZeroCounts(job)).toEqual({ total: 150, done: 150 })
    expect(takeWrites()).toHaveLength(2)
    expect(idsOf(await allRows())).toEqual(idsOf(before.slice(150)))
  })

  it('skips rows that no longer match the query', async () => {
    const before = (await allRows()).filter((row) => statusUidOf(row) === null)
    const sparedId = before[3]?._id ?? 0
    const query = { '_validation_status.uid': { $exists: false } }
    const ids = idsOf(before.slice(0, 6))
    await requestAsColleague('PATCH', `${sparedId}/validation_status/`, {
      'validation_status.uid': 'validation_status_approved',
    })
    const job = await runToStop(newBulkJob({ kind: 'delete' }, ids, query))
    expect(nonZeroCounts(job)).toEqual({ total: 6, done: 5, changedMeanwhile: 1 })
    expect(idsOf(await allRows())).toContain(sparedId)
  })

  it('stops after the batch on its way, and is resumed', async () => {
    const before = await allRows()
    const ids = idsOf(before.slice(0, 350))
    const job = await runToStop(
      newBulkJob({ kind: 'delete' }, ids),
      ({ outcomes }, stop) => outcomes.size > 0 && stop(),
    )
    expect(nonZeroCounts(job)).toEqual({ total: 350, done: 100, waiting: 250 })
    expect(job).toMatchObject({ phase: 'stopped', fault: null })
    expect(nonZeroCounts(await runToStop(job))).toEqual({ total: 350, done: 350 })
    expect(idsOf(await allRows())).toEqual(idsOf(before.slice(350)))
  })
})

describe('duplicating several rows', { timeout: 20_000 }, () => {
  const countCopies = async (ids: readonly number[]) =>
    idsOf(await allRows()).filter((id) => id > Math.max(...ids)).length

  it.each(['answer-lost', 'cut', '504', 'cut-body', 'hang'])('duplicates each row once, under %s', async (fault) => {
    const ids = idsOf((await allRows()).slice(0, 6))
    server.chaos.set(`${fault};on=write;after=2;times=1`)
    let job = await runToStop(newBulkJob({ kind: 'duplicate' }, ids))
    server.chaos.set('')
    if (job.phase === 'stopped') job = await runToStop(job)
    expect(nonZeroCounts(job)).toEqual({ total: 6, done: 6 })
    expect(await countCopies(ids)).toBe(6)
  })

  it.each(['answer-lost', 'cut'])('distinguishes rows with the same answers, under %s', async (fault) => {
    const ids = idsOf((await allRows()).slice(0, 1))
    await runToStop(newBulkJob({ kind: 'duplicate' }, ids))
    server.chaos.set(`${fault};on=write;times=1`)
    const [firstCopy] = await allRows()
    let again = await runToStop(newBulkJob({ kind: 'duplicate' }, [...ids, firstCopy?._id ?? 0]))
    if (again.phase === 'stopped') again = await runToStop(again)
    expect(nonZeroCounts(again)).toEqual({ total: 2, done: 2 })
    expect(await countCopies(ids)).toBe(3)
    const copies = [...again.outcomes.values()].map((outcome) => outcome.is === 'done' && outcome.result?.duplicate)
    expect(new Set(copies)).toEqual(new Set(idsOf((await allRows()).slice(0, 2))))
  })
})

describe('refused rows', { timeout: 20_000 }, () => {
  it('are found in a batch, one by one', async () => {
    const rows = (await allRows()).slice(0, 60)
    const isPermitted = (row: Submission) => row._submitted_by === 'enum_team_01'
    const part = (codename: string, filter: object) => ({ url: `/api/v2/permissions/${codename}/`, filters: [filter] })
    await requestAsColleague('POST', '../permission-assignments/', {
      user: '/api/v2/users/p.lefevre/',
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: [
        part('view_submissions', { _id: { $gt: 0 } }),
        part('change_submissions', { _submitted_by: 'enum_team_01' }),
      ],
    })
    actAs('p.lefevre')

    const job = await untilEnded(newBulkJob(EDIT, idsOf(rows)))
    const outcomes = rows.map(({ _id }) => job.outcomes.get(_id)?.is)
    expect(outcomes).toEqual(rows.map((row) => (isPermitted(row) ? 'done' : 'failed')))
    const [failed] = [...job.outcomes.values()].filter(({ is }) => is === 'failed')
    expect(failed).toMatchObject({ error: { message: 'You do not have permission to perform this action.' } })

    const again = await untilEnded(retryFailed(job))
    expect(countOutcomes(again)).toMatchObject({ done: rows.filter(isPermitted).length, waiting: 0 })
  })

  it('stop the job if all are refused', async () => {
    const ids = idsOf((await allRows()).slice(0, 230))
    server.chaos.set('403;on=write')
    const job = await runToStop(newBulkJob(HOLD, ids))
    expect(job.fault?.kind).toBe('forbidden')
    expect(takeWrites().length).toBeLessThan(25)
    server.chaos.set('')
    const again = await runToStop(retryFailed(job))
    expect(countOutcomes(again)).toMatchObject({ failed: 0, waiting: 0, uncertain: 0, total: 230 })
  })
})

it('sends nothing without ids, because the server could act on all rows', async () => {
  const noIds = { ids: [] }
  const send = <Data, Variables>(options: MutationOptions<Data, ApiError, Variables>, variables: Variables) =>
    client.getMutationCache().build(client, options).execute(variables)
  await expect(send(deleteSubmissions(uid), noIds)).rejects.toThrow(RangeError)
  await expect(send(setStatuses(uid), { ...noIds, statusUid: null })).rejects.toThrow(RangeError)
  await expect(send(editAnswers(uid), { ...noIds, data: { [NAME]: '' } })).rejects.toThrow(RangeError)
  expect(takeWrites()).toEqual([])
})
