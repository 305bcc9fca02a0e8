import { describe, expect, it } from 'vitest'
import { addItems, cancelItems, isUnderWay, removeItems, resumed } from './batch-job.ts'
import { counted, type FakeHandler, type FakeJob, FakeServer, ids, writing } from './fake-server-in-tests.ts'
import { runInMemory } from './job-in-tests.ts'
import { jobRunner } from './run-job.ts'

/** A job in a store that others may change while it runs. */
function open(begun: FakeJob, handlerOf: (job: FakeJob) => FakeHandler) {
  let job: FakeJob | null = begun
  const update = (change: (before: FakeJob) => FakeJob) => {
    if (job) job = change(job)
  }
  return {
    get: () => job ?? begun,
    update,
    forget: () => (job = null),
    runner: jobRunner({ get: () => job, update }, handlerOf(begun)),
  }
}

/** Holds each write, or reading, until it is released, in the order of their arrival. */
function gates(which: 'read' | 'write' = 'write') {
  const held: PromiseWithResolvers<void>[] = []
  return {
    held,
    pause: async (what: 'read' | 'write') => {
      if (what !== which) return
      const gate = Promise.withResolvers<void>()
      held.push(gate)
      await gate.promise
    },
  }
}
/** Lets everything happen that waits for nothing. */
const soon = async () => new Promise<void>((resolve) => setTimeout(resolve, 0))

describe('a job that others change while it runs', () => {
  const one = { batchSize: 1, canVerify: false } as const

  it('takes up items that are added, also while all places are taken', async () => {
    const server = new FakeServer(ids(4))
    const { held, pause } = gates()
    const kept = open(writing(1), (job) => server.handler(job, { ...one, concurrency: 3 }, pause))
    const run = kept.runner.run()
    await soon()
    expect(held).toHaveLength(1)
    kept.update((job) => addItems(job, [2, 3, 4]))
    kept.runner.wake()
    await soon()
    expect(held).toHaveLength(3)
    held[0]?.resolve()
    await soon()
    expect(held).toHaveLength(4)
    for (const { resolve } of held) resolve()
    await run
    expect(server.writes).toEqual([[1], [2], [3], [4]])
    expect(kept.get().phase).toBe('ended')
  })

  it('never sends a waiting item that was cancelled, and says of one on its way when it was done all the same', async () => {
    const server = new FakeServer(ids(3))
    const { held, pause } = gates()
    const kept = open(writing(3), (job) => server.handler(job, one, pause))
    const run = kept.runner.run()
    await soon()
    kept.update((job) => cancelItems(job, [1, 2, 9]))
    expect(kept.get().outcomes.get(1)).toMatchObject({ is: 'cancelled', last: { is: 'sending' } })
    expect(kept.get().outcomes.has(9)).toBe(false)
    held[0]?.resolve()
    await soon()
    held[1]?.resolve()
    await run
    expect(kept.get().outcomes.get(1)).toMatchObject({ is: 'cancelled', last: { is: 'done' } })
    expect(kept.get().outcomes.get(2)).toEqual({ is: 'cancelled' })
    expect(server.writes).toEqual([[1], [3]])
  })

  it('does not send an item that was cancelled while it was read', async () => {
    const server = new FakeServer(ids(3))
    const { held, pause } = gates('read')
    const kept = open(writing(3), (job) => server.handler(job, {}, pause))
    const run = kept.runner.run()
    await soon()
    kept.update((job) => cancelItems(job, [2]))
    held[0]?.resolve()
    await run
    expect(server.writes).toEqual([[1, 3]])
    expect(kept.get().outcomes.get(2)).toEqual({ is: 'cancelled' })
  })

  it('records nothing of an attempt for an item that was restarted meanwhile', async () => {
    const server = new FakeServer(ids(1))
    server.fates = ['fine', 'cut']
    const { held, pause } = gates()
    const kept = open(writing(1), (job) => server.handler(job, one, pause))
    const run = kept.runner.run()
    await soon()
    kept.update((job) => addItems(removeItems(cancelItems(job, [1]), [1]), [1]))
    held[0]?.resolve()
    await soon()
    expect(kept.get().outcomes.get(1)).toMatchObject({ is: 'sending' })
    held[1]?.resolve()
    await run
    expect(server.writes).toEqual([[1], [1]])
    expect(counted(kept.get())).toEqual({ total: 1, done: 1 })
  })

  it('keeps items that wait or are on their way when it is told to remove them', async () => {
    const server = new FakeServer(ids(2))
    const { held, pause } = gates()
    const kept = open(writing(2), (job) => server.handler(job, one, pause))
    const run = kept.runner.run()
    await soon()
    kept.update((job) => removeItems(job, [1, 2]))
    expect(kept.get().ids).toEqual([1, 2])
    held[0]?.resolve()
    await soon()
    held[1]?.resolve()
    await run
    expect(removeItems(kept.get(), [1])).toMatchObject({ ids: [2] })
  })

  it('sends nothing more where it was forgotten', async () => {
    const server = new FakeServer(ids(3))
    const { held, pause } = gates()
    const kept = open(writing(3), (job) => server.handler(job, one, pause))
    const run = kept.runner.run()
    await soon()
    kept.forget()
    held[0]?.resolve()
    await run
    expect(server.writes).toEqual([[1]])
  })

  it('stops after what is on its way, and is resumed', async () => {
    const server = new FakeServer(ids(9))
    const { held, pause } = gates()
    const kept = open(writing(9), (job) => server.handler(job, {}, pause))
    const run = kept.runner.run()
    await soon()
    kept.update((job) => ({ ...job, phase: 'stopping' }))
    held[0]?.resolve()
    await run
    expect(kept.get().phase).toBe('stopped')
    expect(counted(kept.get())).toEqual({ total: 9, done: 3, waiting: 6 })
    expect(isUnderWay(resumed(kept.get()))).toBe(true)
    expect(counted(await runInMemory(kept.get(), server.handler(kept.get())))).toEqual({ total: 9, done: 9 })
  })
})
