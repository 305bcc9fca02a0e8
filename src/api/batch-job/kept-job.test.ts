import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, vi } from 'vitest'
import { addItems, countOutcomes, newJob } from '#/lib/batch-job/batch-job.ts'
import { type FakeJob, FakeServer, type FakeTypes, ids, writing } from '#/lib/batch-job/fake-server-in-tests.ts'
import type { JobPlace } from './job-place.ts'
import { keptJob } from './kept-job.ts'

let client: QueryClient
let server: FakeServer
/** Each write waits for its own. */
let gates: PromiseWithResolvers<void>[]
let settled: (FakeJob | null)[]

const pause = async (what: 'read' | 'write') => {
  if (what === 'read') return
  const gate = Promise.withResolvers<void>()
  gates.push(gate)
  await gate.promise
}
const place: JobPlace<FakeTypes, string> = {
  queryKey: ['some-job'],
  handler: (_client, job) => server.handler(job, {}, pause),
  onSettled: (_client, job) => settled.push(job),
}
const job = () => keptJob(client, place)
const written = (count: number) => vi.waitFor(() => expect(gates).toHaveLength(count))
const phase = (is: FakeJob['phase']) => vi.waitFor(() => expect(job().get()?.phase).toBe(is))

beforeEach(() => {
  client = new QueryClient()
  server = new FakeServer(ids(9))
  gates = []
  settled = []
})

it('A job is one mutation, whose end is told once', async () => {
  job().run(writing(6))
  await written(1)
  expect(client.isMutating()).toBe(1)
  gates[0]?.resolve()
  await written(2)
  expect(settled).toEqual([])
  gates[1]?.resolve()
  await vi.waitFor(() => expect(settled).toMatchObject([{ phase: 'ended' }]))
  expect(client.getMutationCache().getAll()).toHaveLength(1)
})

it('Nothing else begins in its place while a job is under way, and it is not dismissed', async () => {
  job().run(writing(3))
  await written(1)
  job().run(newJob({ value: 'else' }, ids(9)))
  job().dismiss()
  gates[0]?.resolve()
  await phase('ended')
  expect(server.writes).toEqual([ids(3)])
  await vi.waitFor(() => expect(settled).toHaveLength(1))
  job().dismiss()
  expect(job().get()).toBeNull()
})

it('A job is stopped after its batch, and resumed as often as one likes', async () => {
  job().run(writing(9))
  await written(1)
  job().stop()
  expect(job().get()?.phase).toBe('stopping')
  gates[0]?.resolve()
  await phase('stopped')
  await vi.waitFor(() => expect(settled).toHaveLength(1))
  const stopped = job().get()
  if (stopped) job().run(stopped)
  await written(2)
  gates[1]?.resolve()
  await written(3)
  gates[2]?.resolve()
  await phase('ended')
  expect(server.writes).toEqual([ids(3), ids(3, 4), ids(3, 7)])
})

it('Items that are added are taken up by the run that is under way, or by a new one', async () => {
  job().run(writing(1))
  await written(1)
  job().update((before) => addItems(before, [2]))
  job().takeUp()
  gates[0]?.resolve()
  await written(2)
  gates[1]?.resolve()
  await phase('ended')
  await vi.waitFor(() => expect(settled).toHaveLength(1))
  job().update((before) => addItems(before, [3]))
  job().takeUp()
  await written(3)
  gates[2]?.resolve()
  await phase('ended')
  expect(server.writes).toEqual([[1], [2], [3]])
})

it('Items that are added in the moment in which a run ends are taken up too', async () => {
  let isAdded = false
  client.getQueryCache().subscribe(() => {
    if (isAdded || job().get()?.phase !== 'ended') return
    isAdded = true
    job().update((before) => addItems(before, [2]))
    job().takeUp()
  })
  job().run(writing(1))
  await written(1)
  gates[0]?.resolve()
  await written(2)
  job().update((before) => addItems(before, [3]))
  job().takeUp()
  gates[1]?.resolve()
  await written(3)
  gates[2]?.resolve()
  await phase('ended')
  expect(server.writes).toEqual([[1], [2], [3]])
})

it('A run whose job was forgotten sends nothing more, and leaves the next job in its place alone', async () => {
  job().run(writing(6))
  await written(1)
  client.clear()
  const next: FakeJob = newJob({ value: 'new' }, ids(6))
  job().run(next)
  await written(2)
  gates[0]?.resolve()
  await vi.waitFor(() => expect(settled).toEqual([null]))
  expect(job().get()).toMatchObject({ key: next.key, phase: 'running' })
  expect(countOutcomes(job().get() ?? next)).toMatchObject({ sending: 3, waiting: 3 })
})
