import { describe, expect, it } from 'vitest'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { type BulkAction, newBulkJob, undoOf } from '#/features/bulk/bulk-job.ts'
import { countOutcomes } from '#/lib/batch-job/batch-job.ts'
import {
  allRows,
  EDIT,
  expectOthersUntouched,
  HOLD,
  idsOf,
  NAME,
  nonZeroCounts,
  progress,
  requestAsColleague,
  runToStop,
  statusUidOf,
  takeWrites,
  uid,
} from './bulk-jobs.ts'
import { client, server, setUpServer } from './set-up-server.ts'

setUpServer()

const ACTIONS: [string, BulkAction, (row: Submission) => boolean, string[], number][] = [
  [
    'a status',
    HOLD,
    (row) => statusUidOf(row) === HOLD.status,
    ['cut', 'hang', 'truncated', '502', '429', '401', 'offline'],
    450,
  ],
  ['an edit', EDIT, (row) => row[NAME] === 'Same', ['answer-lost', '504', '500', '401'], 120],
]

describe.each(ACTIONS)('%s for several rows', { timeout: 20_000 }, (_, action, isDone, faults, size) => {
  it('is sent in batches and can be undone', async () => {
    const before = await allRows()
    const ids = idsOf(before.slice(10, 10 + size))
    const job = await runToStop(newBulkJob(action, ids))
    expect(job.phase).toBe('ended')
    const { done = 0, unchanged = 0 } = nonZeroCounts(job)
    expect(done + unchanged).toBe(size)
    expect(takeWrites().length).toBe(Math.ceil(size / (action.kind === 'edit' ? 50 : 200)))
    expect((await allRows()).filter((row) => ids.includes(row._id)).every(isDone)).toBe(true)
    await expectOthersUntouched(before, ids)

    const undo = undoOf(job)
    const undone = undo && (await runToStop(undo))
    expect(undone && nonZeroCounts(undone)).toEqual({ total: done, done })
    const now = await allRows()
    expect(now.map((row) => [statusUidOf(row), row[NAME]])).toEqual(before.map((row) => [statusUidOf(row), row[NAME]]))
  })

  it.each(faults)('interrupted by %s, changes no other rows and can be resumed', async (fault) => {
    const before = await allRows()
    const ids = idsOf(before.slice(0, size))
    server.chaos.set(`${fault};on=write;after=1`)
    const first = await runToStop(newBulkJob(action, ids))
    const tally = countOutcomes(first)
    expect(tally.done + tally.unchanged + tally.uncertain + tally.waiting).toBe(size)
    expect(tally.done).toBeGreaterThan(0)
    server.chaos.set('')
    const second = first.phase === 'ended' ? first : await runToStop(first)
    expect(second.phase).toBe('ended')
    const { done = 0, unchanged = 0 } = nonZeroCounts(second)
    expect(done + unchanged).toBe(size)
    expect((await allRows()).slice(0, size).every(isDone)).toBe(true)
    await expectOthersUntouched(before, ids)
    // The previous values of all rows are known, also of those whose response was lost.
    const undo = undoOf(second)
    if (undo) await runToStop(undo)
    expect((await allRows()).map((row) => [statusUidOf(row), row[NAME]])).toEqual(
      before.map((row) => [statusUidOf(row), row[NAME]]),
    )
  })

  it('skips rows that others deleted or changed, and counts them', async () => {
    const before = await allRows()
    const some = before.slice(0, 5)
    const [first, second] = idsOf(some)
    await requestAsColleague('DELETE', `${first}/`)
    const job = await runToStop(newBulkJob(action, idsOf(some)))
    expect(countOutcomes(job)).toMatchObject({ gone: 1, failed: 0, waiting: 0, uncertain: 0 })

    const undo = undoOf(job)
    await requestAsColleague('PATCH', 'bulk/', { payload: { submission_ids: [second], data: { [NAME]: 'Other' } } })
    await requestAsColleague('PATCH', `${second}/validation_status/`, {
      'validation_status.uid': 'validation_status_approved',
    })
    const undone = undo && (await runToStop(undo))
    expect(undone?.outcomes.get(second ?? 0)).toEqual({ is: 'changedMeanwhile' })
    const row = (await allRows()).find(({ _id }) => _id === second)
    expect([row?.[NAME], row && statusUidOf(row)]).toEqual(['Other', 'validation_status_approved'])
  })
})

it('the counts of outcomes always add up to the total', async () => {
  expect(newBulkJob(HOLD, [7, 7, 8]).ids).toEqual([7, 8])
  const ids = idsOf((await allRows()).slice(0, 300))
  server.chaos.set('answer-lost;on=write;one-in=2,seed=3')
  await runToStop(newBulkJob(EDIT, ids))
  for (const step of progress) {
    const { total, ...parts } = countOutcomes(step)
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(total).toBe(300)
  }
  expect(await client.query({ ...submissionQueries.count(uid, { [NAME]: 'Same' }), staleTime: 0 })).toBeGreaterThan(0)
})
