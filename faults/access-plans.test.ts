import { describe, expect, it } from 'vitest'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import {
  changeId,
  EMPTY_PLAN,
  replacePerson,
  removeEverywhere,
  withRequested,
} from '#/features/access-review/plan/plan.ts'
import { countOutcomes, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { jobOf, linesAfter, linesOf, mixedPlan, request, reviewNow, run, YOU } from './access-plans.ts'
import { SCENARIOS } from './scenarios.ts'
import { server, setUpServer } from './set-up-server.ts'

setUpServer()

const { uid } = DEMO_PROJECTS.household
const post = async (username: string, codename: string) =>
  request('POST', `assets/${uid}/permission-assignments/`, {
    user: `/api/v2/users/${username}/`,
    permission: `/api/v2/permissions/${codename}/`,
  })

const household = async () => {
  const review = await reviewNow()
  const project = review.projects.find((one) => one.uid === uid) as ReviewedProject
  return { review, project }
}

describe('a plan', { timeout: 30_000 }, () => {
  it('is carried out exactly, and nothing else changes', async () => {
    const before = await reviewNow()
    const plan = mixedPlan(before, 60)
    expect(plan.size).toBe(60)
    const job = await run(jobOf(plan))
    expect(countOutcomes(job)).toMatchObject({ total: 60, done: 60 })
    expect(linesOf(await reviewNow())).toEqual(linesAfter(before, plan))
    // Once more: nothing is left to do, and nothing is written.
    server.takeRequests()
    const again = await run(jobOf(plan))
    expect(countOutcomes(again)).toMatchObject({ total: 60, unchanged: 60 })
    expect(server.takeRequests().filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it.each(SCENARIOS.map(({ chaos }) => chaos))('interrupted by %s, is finished later without loss', async (chaos) => {
    const before = await reviewNow()
    const plan = mixedPlan(before, 12)
    for (const on of ['write', 'read']) {
      // The fault comes in the middle of a change of several requests.
      server.chaos.set(
        chaos
          .split(',')
          .map((rule) => `${rule};on=${on};after=4`)
          .join(','),
      )
      const first = await run(jobOf(plan))
      const { total, ...parts } = countOutcomes(first)
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total)

      server.chaos.set('')
      // What the server refused, or seemed not to have, is planned again.
      const rest = first.phase === 'ended' ? retryFailed(first) : await run(retryFailed(first))
      const last = await run(retryFailed(rest))
      expect(last.phase).toBe('ended')
      const { done, unchanged, gone, changedMeanwhile } = countOutcomes(last)
      // A 404 says that the project is gone, and a 409 that somebody was faster: both stand until they are planned again.
      expect(done + unchanged + (/^40[49]$/.test(chaos) ? gone + changedMeanwhile : 0)).toBe(12)
      const end = await run(jobOf(plan))
      expect(countOutcomes(end)).toMatchObject({ failed: 0, uncertain: 0 })
    }
    expect(linesOf(await reviewNow())).toEqual(linesAfter(before, plan))
  })

  it('stops after the change under way, and continues with the others', async () => {
    const before = await reviewNow()
    const plan = mixedPlan(before, 6)
    const job = await run(jobOf(plan), ({ outcomes }, stop) => void (outcomes.size > 0 && stop()))
    expect(job.phase).toBe('stopped')
    const { done, waiting } = countOutcomes(job)
    expect([done > 0, waiting > 0, done + waiting]).toEqual([true, true, 6])
    expect(countOutcomes(await run(job))).toMatchObject({ done: 6 })
    expect(linesOf(await reviewNow())).toEqual(linesAfter(before, plan))
  })

  it('does not overwrite what a colleague changed for the same person', async () => {
    const { project } = await household()
    const plan = withRequested(EMPTY_PLAN, [
      { project, username: 'yusuf', to: codenamesOf('editor') },
      { project, username: 'fatuma', to: [] },
    ])
    await post('yusuf', 'manage_asset')
    const job = await run(jobOf(plan))
    expect(job.outcomes.get(changeId(uid, 'yusuf'))).toEqual({ is: 'changedMeanwhile' })
    expect(job.outcomes.get(changeId(uid, 'fatuma'))?.is).toBe('done')
    const { project: after } = await household()
    expect(after.people.get('yusuf')?.held.has('manage_asset')).toBe(true)
    expect(after.people.has('fatuma')).toBe(false)
  })

  it('says that a project is gone, and that it is no longer managed', async () => {
    const { review, project } = await household()
    const managed = review.projects.find(
      ({ uid: one }) => one === DEMO_PROJECTS.questionsChanged.uid,
    ) as ReviewedProject
    const plan = withRequested(EMPTY_PLAN, [
      { project, username: 'fatuma', to: [] },
      { project: managed, username: 'amina', to: [] },
    ])
    await request('DELETE', `assets/${uid}/`)
    await request('DELETE', `assets/${managed.uid}/permission-assignments/bulk/`, { username: YOU })
    const job = await run(jobOf(plan))
    expect(job.outcomes.get(changeId(uid, 'fatuma'))).toEqual({ is: 'gone' })
    expect(job.outcomes.get(changeId(managed.uid, 'amina'))?.is).not.toBe('done')
  })

  it('takes the rights of the current user away last', async () => {
    const review = await reviewNow()
    const managed = review.projects.find(
      ({ uid: one }) => one === DEMO_PROJECTS.questionsChanged.uid,
    ) as ReviewedProject
    const plan = withRequested(EMPTY_PLAN, [
      { project: managed, username: YOU, to: codenamesOf('viewer') },
      { project: managed, username: 'amina', to: codenamesOf('editor') },
    ])
    const job = await run(jobOf(plan))
    expect(countOutcomes(job)).toMatchObject({ done: 2 })
    expect(job.ids.at(-1)).toBe(changeId(managed.uid, YOU))
  })
})

describe('a person in all projects', () => {
  it('is removed from all that one manages, and the others are named', async () => {
    const before = await reviewNow()
    const { requested, impossible } = removeEverywhere(before, 'amina')
    expect(requested.length).toBeGreaterThan(1)
    expect(impossible.every(({ obstacle }) => obstacle === 'owner' || obstacle === 'not-manager')).toBe(true)
    const plan = withRequested(EMPTY_PLAN, requested)
    await run(jobOf(plan))
    expect(linesOf(await reviewNow())).toEqual(linesAfter(before, plan))
  })

  it('is replaced: the other one has both, and row-level rules are left alone', async () => {
    const before = await reviewNow()
    const { requested } = replacePerson(before, 'fatuma', 'yusuf')
    const plan = withRequested(EMPTY_PLAN, requested)
    expect(plan.size).toBeGreaterThan(2)
    await run(jobOf(plan))
    const after = await reviewNow()
    expect(linesOf(after)).toEqual(linesAfter(before, plan))
    for (const { project } of requested) {
      const now = after.projects.find((one) => one.uid === project.uid)
      expect(now?.people.has('fatuma')).toBe(false)
    }
    expect(replacePerson(before, 'p.lefevre', 'yusuf').impossible.map(({ obstacle }) => obstacle)).toContain(
      'row-rules',
    )
  })
})
