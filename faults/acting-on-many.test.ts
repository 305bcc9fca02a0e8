import { describe, expect, it } from 'vitest'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { type BulkAction, countOutcomes, newJob, undoOf } from '#/features/bulk/bulk-job.ts'
import { client, inAWorld, world } from './in-a-world.ts'
import {
  all,
  colleague,
  counted,
  EDIT,
  expectOthersUntouched,
  HOLD,
  idsOf,
  NAME,
  run,
  steps,
  uid,
  verdictOf,
  writesSent,
} from './many.ts'

inAWorld()

const ACTIONS: [string, BulkAction, (row: Submission) => boolean, string[], number][] = [
  [
    'a status',
    HOLD,
    (row) => verdictOf(row) === HOLD.verdict,
    ['cut', 'hang', 'truncated', '502', '429', '401', 'offline'],
    450,
  ],
  ['an edit', EDIT, (row) => row[NAME] === 'Same', ['answer-lost', '504', '500', '401'], 120],
]

describe.each(ACTIONS)('%s for many', { timeout: 20_000 }, (_, action, isDone, faults, size) => {
  it('goes on in lots, and can be taken back', async () => {
    const before = await all()
    const ids = idsOf(before.slice(10, 10 + size))
    const job = await run(newJob(action, ids))
    expect(job.phase).toBe('ended')
    const { done = 0, unchanged = 0 } = counted(job)
    expect(done + unchanged).toBe(size)
    expect(writesSent().length).toBe(Math.ceil(size / (action.kind === 'edit' ? 50 : 200)))
    expect((await all()).filter((row) => ids.includes(row._id)).every(isDone)).toBe(true)
    await expectOthersUntouched(before, ids)

    const undo = undoOf(job)
    const undone = undo && (await run(undo))
    expect(undone && counted(undone)).toEqual({ total: done, done })
    const now = await all()
    expect(now.map((row) => [verdictOf(row), row[NAME]])).toEqual(before.map((row) => [verdictOf(row), row[NAME]]))
  })

  it.each(faults)('cut in the middle by %s: nothing to others, taken up again', async (fault) => {
    const before = await all()
    const ids = idsOf(before.slice(0, size))
    world.chaos.set(`${fault};on=write;after=1`)
    const first = await run(newJob(action, ids))
    const tally = countOutcomes(first)
    expect(tally.done + tally.unchanged + tally.uncertain + tally.waiting).toBe(size)
    expect(tally.done).toBeGreaterThan(0)
    world.chaos.set('')
    const second = first.phase === 'ended' ? first : await run(first)
    expect(second.phase).toBe('ended')
    const { done = 0, unchanged = 0 } = counted(second)
    expect(done + unchanged).toBe(size)
    expect((await all()).slice(0, size).every(isDone)).toBe(true)
    await expectOthersUntouched(before, ids)
    // What was there before is known of all of them, also of those whose answer was lost.
    const undo = undoOf(second)
    if (undo) await run(undo)
    expect((await all()).map((row) => [verdictOf(row), row[NAME]])).toEqual(
      before.map((row) => [verdictOf(row), row[NAME]]),
    )
  })

  it('leaves alone what others deleted or changed meanwhile, and tells of them', async () => {
    const before = await all()
    const some = before.slice(0, 5)
    const [first, second] = idsOf(some)
    await colleague('DELETE', `${first}/`)
    const job = await run(newJob(action, idsOf(some)))
    expect(countOutcomes(job)).toMatchObject({ gone: 1, failed: 0, waiting: 0, uncertain: 0 })

    const undo = undoOf(job)
    await colleague('PATCH', 'bulk/', { payload: { submission_ids: [second], data: { [NAME]: 'Other' } } })
    await colleague('PATCH', `${second}/validation_status/`, { 'validation_status.uid': 'validation_status_approved' })
    const undone = undo && (await run(undo))
    expect(undone?.outcomes.get(second ?? 0)).toEqual({ is: 'left' })
    const row = (await all()).find(({ _id }) => _id === second)
    expect([row?.[NAME], row && verdictOf(row)]).toEqual(['Other', 'validation_status_approved'])
  })
})

it('always adds up', async () => {
  expect(newJob(HOLD, [7, 7, 8]).ids).toEqual([7, 8])
  const ids = idsOf((await all()).slice(0, 300))
  world.chaos.set('answer-lost;on=write;one-in=2,seed=3')
  await run(newJob(EDIT, ids))
  for (const step of steps) {
    const { total, ...parts } = countOutcomes(step)
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(total).toBe(300)
  }
  expect(await client.query({ ...submissionQueries.count(uid, { [NAME]: 'Same' }), staleTime: 0 })).toBeGreaterThan(0)
})
