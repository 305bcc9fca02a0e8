import type { MutationOptions } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { ApiError } from '#/api/errors.ts'
import { deleteSubmissions, editAnswers, setStatuses } from '#/api/kpi/submissions/mutations.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { type BulkJob, countOutcomes, newJob, undoOf, withoutFailures } from '#/features/bulk/bulk-job.ts'
import { actAs, client, inAWorld, world } from './in-a-world.ts'
import { all, colleague, counted, EDIT, HOLD, idsOf, NAME, run, uid, verdictOf, writesSent } from './many.ts'

inAWorld()

/** Presses "Go on" as often as it takes. */
async function toItsEnd(job: BulkJob): Promise<BulkJob> {
  const next = await run(job)
  return next.phase === 'stopped' ? toItsEnd(next) : next
}

describe('deleting many', { timeout: 20_000 }, () => {
  it('deletes these and no others, also where some go meanwhile', async () => {
    const before = await all()
    const ids = idsOf(before.slice(0, 250))
    let isFirst = true
    const job = await run(newJob({ kind: 'delete' }, ids), ({ outcomes }) => {
      if (outcomes.size < 100 || !isFirst) return
      isFirst = false
      void colleague('DELETE', `${ids[120]}/`)
    })
    expect(counted(job)).toEqual({ total: 250, done: 249, gone: 1 })
    expect(idsOf(await all())).toEqual(idsOf(before.slice(250)))
    expect(undoOf(job)).toBeNull()
  })

  it('looks first where the answer was lost, and goes on', async () => {
    const before = await all()
    world.chaos.set('answer-lost;on=write;times=1')
    const job = await run(newJob({ kind: 'delete' }, idsOf(before.slice(0, 150))))
    expect(counted(job)).toEqual({ total: 150, done: 150 })
    expect(writesSent()).toHaveLength(2)
    expect(idsOf(await all())).toEqual(idsOf(before.slice(150)))
  })

  it('spares what does not match any more', async () => {
    const before = (await all()).filter((row) => verdictOf(row) === null)
    const spared = before[3]?._id ?? 0
    const query = { '_validation_status.uid': { $exists: false } }
    const ids = idsOf(before.slice(0, 6))
    await colleague('PATCH', `${spared}/validation_status/`, { 'validation_status.uid': 'validation_status_approved' })
    const job = await run(newJob({ kind: 'delete' }, ids, query))
    expect(counted(job)).toEqual({ total: 6, done: 5, left: 1 })
    expect(idsOf(await all())).toContain(spared)
  })

  it('stops when told to, after the lot on its way, and takes up again', async () => {
    const before = await all()
    const ids = idsOf(before.slice(0, 350))
    const job = await run(newJob({ kind: 'delete' }, ids), ({ outcomes }, stop) => outcomes.size > 0 && stop())
    expect(counted(job)).toEqual({ total: 350, done: 100, waiting: 250 })
    expect(job).toMatchObject({ phase: 'stopped', fault: null })
    expect(counted(await run(job))).toEqual({ total: 350, done: 350 })
    expect(idsOf(await all())).toEqual(idsOf(before.slice(350)))
  })
})

describe('duplicating many', { timeout: 20_000 }, () => {
  const made = async (ids: readonly number[]) => idsOf(await all()).filter((id) => id > Math.max(...ids)).length

  it.each(['answer-lost', 'cut', '504', 'cut-body', 'hang'])('makes each once, under %s', async (fault) => {
    const ids = idsOf((await all()).slice(0, 6))
    world.chaos.set(`${fault};on=write;after=2;times=1`)
    let job = await run(newJob({ kind: 'duplicate' }, ids))
    world.chaos.set('')
    if (job.phase === 'stopped') job = await run(job)
    expect(counted(job)).toEqual({ total: 6, done: 6 })
    expect(await made(ids)).toBe(6)
  })

  it.each(['answer-lost', 'cut'])('tells two of the same answers apart, under %s', async (fault) => {
    const ids = idsOf((await all()).slice(0, 1))
    await run(newJob({ kind: 'duplicate' }, ids))
    world.chaos.set(`${fault};on=write;times=1`)
    const [former] = await all()
    let again = await run(newJob({ kind: 'duplicate' }, [...ids, former?._id ?? 0]))
    if (again.phase === 'stopped') again = await run(again)
    expect(counted(again)).toEqual({ total: 2, done: 2 })
    expect(await made(ids)).toBe(3)
    const copies = [...again.outcomes.values()].map((outcome) => outcome.is === 'done' && outcome.copy)
    expect(new Set(copies)).toEqual(new Set(idsOf((await all()).slice(0, 2))))
  })
})

describe('refusals', { timeout: 20_000 }, () => {
  it('are found in a lot, one by one', async () => {
    const rows = (await all()).slice(0, 60)
    const may = (row: Submission) => row._submitted_by === 'enum_team_01'
    const part = (codename: string, filter: object) => ({ url: `/api/v2/permissions/${codename}/`, filters: [filter] })
    await colleague('POST', '../permission-assignments/', {
      user: '/api/v2/users/p.lefevre/',
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: [
        part('view_submissions', { _id: { $gt: 0 } }),
        part('change_submissions', { _submitted_by: 'enum_team_01' }),
      ],
    })
    actAs('p.lefevre')

    const job = await toItsEnd(newJob(EDIT, idsOf(rows)))
    const outcomes = rows.map(({ _id }) => job.outcomes.get(_id)?.is)
    expect(outcomes).toEqual(rows.map((row) => (may(row) ? 'done' : 'failed')))
    const [failed] = [...job.outcomes.values()].filter(({ is }) => is === 'failed')
    expect(failed).toMatchObject({ words: 'You do not have permission to perform this action.' })

    const again = await toItsEnd(withoutFailures(job))
    expect(countOutcomes(again)).toMatchObject({ done: rows.filter(may).length, waiting: 0 })
  })

  it('stops where all is refused', async () => {
    const ids = idsOf((await all()).slice(0, 230))
    world.chaos.set('403;on=write')
    const job = await run(newJob(HOLD, ids))
    expect(job.fault?.kind).toBe('forbidden')
    expect(writesSent().length).toBeLessThan(25)
    world.chaos.set('')
    const again = await run(withoutFailures(job))
    expect(countOutcomes(again)).toMatchObject({ failed: 0, waiting: 0, uncertain: 0, total: 230 })
  })
})

it('sends nothing where none is named: the server knows ways to mean all', async () => {
  const named = { ids: [] }
  const send = <Data, Variables>(options: MutationOptions<Data, ApiError, Variables>, variables: Variables) =>
    client.getMutationCache().build(client, options).execute(variables)
  await expect(send(deleteSubmissions(uid), named)).rejects.toThrow(RangeError)
  await expect(send(setStatuses(uid), { ...named, verdict: null })).rejects.toThrow(RangeError)
  await expect(send(editAnswers(uid), { ...named, data: { [NAME]: '' } })).rejects.toThrow(RangeError)
  expect(writesSent()).toEqual([])
})
