import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOutcomes, retryFailed, undoJob, withOutcomes } from './batch-job.ts'
import {
  counted,
  FakeError,
  type FakeHandler,
  type FakeJob,
  FakeServer,
  type Fate,
  FATES,
  ids,
  writing,
} from './fake-server-in-tests.ts'
import { runInMemory } from './job-in-tests.ts'

function expectToAddUp(job: FakeJob) {
  const { total, ...parts } = countOutcomes(job)
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total)
  expect(total).toBe(job.ids.length)
}

/** How a job ended for one item: "done: new, was old". */
function endOf(job: FakeJob, server: FakeServer, id: number) {
  const outcome = job.outcomes.get(id)
  return `${outcome?.is}: ${server.items.get(id)}${outcome?.is === 'done' ? `, was ${outcome.before}` : ''}`
}

const anyFates = fc.array(fc.constantFrom<Fate>(...FATES), { maxLength: 12 })

/** Runs a job, resuming it as often as it stops; `stops`: after how many of its changes it is stopped, run by run. */
async function untilEnded(server: FakeServer, begun: FakeJob, stops: number[], more: Partial<FakeHandler> = {}) {
  let job = begun
  for (let run = 0; run < 40; run += 1) {
    let changes = 0
    job = await runInMemory(job, server.handler(job, more), (next, stop) => {
      expectToAddUp(next)
      changes += 1
      if (changes === stops[run]) stop()
    })
    if (job.phase === 'ended') return job
  }
  throw new Error('It never ended')
}

describe('a job, under any faults, stopped and resumed at any time', () => {
  it('sends no item twice without reading it again, and reaches each item', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 14 }),
        anyFates,
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (count, fates, stops, concurrency) => {
          const server = new FakeServer(ids(count + 3))
          server.fates = [...fates]
          const job = await untilEnded(server, writing(count), stops, { concurrency })
          expect([...server.sentBlindly]).toEqual([])
          expect(ids(3, count + 1).map((id) => server.items.get(id))).toEqual(['old', 'old', 'old'])
          const ends = job.ids.map((id) => endOf(job, server, id))
          expect(ends.filter((end) => end !== 'done: new, was old' && !end.startsWith('failed'))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keeps to its number of writes at a time, in any order of answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 12 }),
        async (scheduler, concurrency, count) => {
          const server = new FakeServer(ids(count))
          const job = writing(count)
          const pause = async (what: 'read' | 'write') => scheduler.schedule(Promise.resolve(), what)
          const handler = server.handler(job, { concurrency, batchSize: 1 }, pause)
          const done = await scheduler.waitFor(runInMemory(job, handler))
          expect(server.mostInFlight).toBeLessThanOrEqual(concurrency)
          expect(counted(done)).toEqual({ total: count, done: count })
          expect(server.writes).toHaveLength(count)
        },
      ),
    )
  })
})

describe('an item whose answer was lost', () => {
  it('is read again in the same run, which goes on where it was written', async () => {
    const server = new FakeServer(ids(6))
    server.fates = ['fine', 'lost']
    const job = await runInMemory(writing(6), server.handler(writing(6)))
    expect(counted(job)).toEqual({ total: 6, done: 6 })
    expect(job.outcomes.get(1)).toEqual({ is: 'done', before: 'old' })
    expect(server.writes).toEqual([ids(3), ids(3, 4)])
  })

  it('is read before all others when the job is resumed', async () => {
    const server = new FakeServer(ids(6))
    const uncertain = { is: 'uncertain', kept: { before: 'old' }, error: null } as const
    const job = withOutcomes(writing(6), [[5, uncertain]])
    server.items.set(5, 'new')
    const done = await runInMemory(job, server.handler(job))
    expect(server.reads[0]).toEqual([5])
    expect(done.outcomes.get(5)).toEqual({ is: 'done', before: 'old' })
    expect(server.writes.flat()).not.toContain(5)
  })
})

describe('trying again', () => {
  it('sends the failed items and no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (refused) => {
        const server = new FakeServer(ids(12))
        for (const id of refused) server.refused.add(id)
        const job = await runInMemory(writing(12), server.handler(writing(12)))
        expect(job.ids.filter((id) => job.outcomes.get(id)?.is === 'failed')).toEqual(refused.toSorted((a, b) => a - b))

        server.refused.clear()
        server.writes = []
        const again = await runInMemory(retryFailed(job), server.handler(job))
        expect(server.writes.flat().toSorted((a, b) => a - b)).toEqual(refused.toSorted((a, b) => a - b))
        expect(counted(again)).toEqual({ total: 12, done: 12 })
      }),
    )
  })

  it('stops where refusals do not end, with all others waiting', async () => {
    const server = new FakeServer(ids(60))
    for (const id of ids(60)) server.refused.add(id)
    const job = await runInMemory(writing(60), server.handler(writing(60), { batchSize: 1 }))
    expect(counted(job)).toEqual({ total: 60, failed: 20, waiting: 40 })
    expect(job).toMatchObject({ phase: 'stopped', fault: { effect: 'refused' } })
    const patient = await runInMemory(job, server.handler(job, { batchSize: 1, maxRefusals: Infinity }))
    expect(counted(patient)).toEqual({ total: 60, failed: 60 })
  })
})

/** How undoing may end for an item, by what it was just before. */
const MAY_END: Record<string, string[]> = {
  new: ['done: old', 'failed: new'],
  old: ['unchanged: old'],
  other: ['changedMeanwhile: other'],
  gone: ['gone: undefined'],
}

describe('undoing', () => {
  it('writes back only where the written value still stands', async () => {
    const touch = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('other', 'old', null)))
    await fc.assert(
      fc.asyncProperty(touch, anyFates, async (touched, fates) => {
        const server = new FakeServer(ids(12))
        server.items.set(5, 'new')
        const job = await runInMemory(writing(12), server.handler(writing(12)))
        expect(counted(job)).toEqual({ total: 12, done: 11, unchanged: 1 })
        for (const [id, value] of touched) {
          if (value === null) server.items.delete(id)
          else server.items.set(id, value)
        }
        const before = new Map(server.items)

        const undo = undoJob(job, (old) => ({ value: '', old, expected: 'new' })) ?? writing(0)
        expect(undo.ids).toEqual(ids(12).filter((id) => id !== 5))
        server.fates = [...fates]
        const undone = await untilEnded(server, undo, [])
        expect([...server.sentBlindly]).toEqual([])
        for (const id of undo.ids) {
          expect(MAY_END[before.get(id) ?? 'gone']).toContain(`${undone.outcomes.get(id)?.is}: ${server.items.get(id)}`)
        }
        expect(server.items.get(5)).toBe(before.get(5))
      }),
      { numRuns: 200 },
    )
  })

  it('is not offered where nothing was done, or where there is no way back', async () => {
    const server = new FakeServer(ids(2), 'new')
    const job = await runInMemory(writing(2), server.handler(writing(2)))
    expect(undoJob(job, () => ({ value: 'old' }))).toBeNull()
    server.items.set(1, 'old')
    const done = await runInMemory(writing(2), server.handler(writing(2)))
    expect(undoJob(done, () => null)).toBeNull()
  })
})

describe('items that do not match any more', () => {
  it('are left alone', async () => {
    const server = new FakeServer(ids(5))
    const stillMatching = async (those: readonly number[]) => new Set(those.filter((id) => id !== 2))
    const job = await runInMemory(writing(5), server.handler(writing(5), { stillMatching }))
    expect(counted(job)).toEqual({ total: 5, done: 4, changedMeanwhile: 1 })
    expect(server.items.get(2)).toBe('old')
  })
})

describe('items whose writing cannot be looked at afterwards', () => {
  it('stay uncertain and are not sent again, while the others go on', async () => {
    const server = new FakeServer(ids(3))
    server.fates = ['fine', 'lost']
    const more = { batchSize: 1, canVerify: false }
    const job = await runInMemory(writing(3), server.handler(writing(3), more))
    expect(counted(job)).toEqual({ total: 3, uncertain: 1, done: 2 })
    expect(job.outcomes.get(1)).toMatchObject({ error: { effect: 'maybe' } })
    expect(job).toMatchObject({ phase: 'ended', fault: null })
    await runInMemory(job, server.handler(job, more))
    expect(server.writes).toEqual([[1], [2], [3]])
  })
})

it('A fault before the first batch stops the job; nothing is sent', async () => {
  const server = new FakeServer(ids(2))
  const begin = async () => {
    throw new FakeError('maybe')
  }
  const job = await runInMemory(writing(2), server.handler(writing(2), { begin }))
  expect(job).toMatchObject({ phase: 'stopped', fault: { effect: 'maybe' } })
  expect(server.writes).toEqual([])
})
