import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODENAMES, withImplied } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf, ROLES } from '#/api/kpi/permissions/roles.ts'
import { accessOf, projectIn, projectWith, reviewWith } from '#/features/access-review/model/reviews-in-tests.ts'
import {
  byProject,
  changeId,
  EMPTY_PLAN,
  inOrder,
  removeEverywhere,
  replacePerson,
  replan,
  withoutChange,
  withRequested,
} from './plan.ts'

const limited = {
  held: withImplied(['partial_submissions']),
  partial: [{ codename: 'view_submissions', filters: [{}] }],
}
const review = reviewWith(
  projectWith('a', { bob: 'manager', carol: 'viewer' }),
  projectWith('b', { bob: 'viewer', carol: limited }),
  projectWith('c', { bob: 'editor', alice: 'viewer' }, { owner: 'dan' }),
  projectWith('d', { alice: 'manager', carol: 'viewer' }, { owner: 'bob' }),
)
const a = projectIn(review, 'a')

describe('withRequested', () => {
  it('has one change for a person and a project, with what implied permissions give', () => {
    const plan = withRequested(EMPTY_PLAN, [
      { project: a, username: 'carol', to: ['validate_submissions'] },
      { project: a, username: 'carol', to: codenamesOf('editor') },
    ])
    expect([...plan.values()].map(({ username, to }) => [username, to])).toEqual([['carol', codenamesOf('editor')]])
  })

  it('takes a change out that asks for what is already so', () => {
    const plan = withRequested(EMPTY_PLAN, [{ project: a, username: 'carol', to: [] }])
    expect(withRequested(plan, [{ project: a, username: 'carol', to: codenamesOf('viewer') }]).size).toBe(0)
  })

  it('leaves out what is not possible', () => {
    const request = { username: 'bob', to: [] }
    expect(withRequested(EMPTY_PLAN, [{ ...request, project: projectIn(review, 'c') }]).size).toBe(0)
    expect(withRequested(EMPTY_PLAN, [{ ...request, project: projectIn(review, 'd') }]).size).toBe(0)
  })

  it('never plans more than what differs, whatever is asked in whatever order', () => {
    const request = fc.record({
      uid: fc.constantFrom('a', 'b', 'c', 'd'),
      username: fc.constantFrom('alice', 'bob', 'carol', 'dan', 'erin'),
      to: fc.oneof(
        fc.constantFrom(...ROLES).map((role) => [...codenamesOf(role)]),
        fc.subarray([...CODENAMES]),
      ),
    })
    fc.assert(
      fc.property(fc.array(request), (requested) => {
        const plan = withRequested(
          EMPTY_PLAN,
          requested.map(({ uid, ...rest }) => ({ ...rest, project: projectIn(review, uid) })),
        )
        for (const [id, { uid, username, from, to }] of plan) {
          expect(id).toBe(changeId(uid, username))
          expect([...to].toSorted()).not.toEqual([...from.held].toSorted())
          expect(projectIn(review, uid).canManage && projectIn(review, uid).owner !== username).toBe(true)
        }
        expect(new Set(inOrder(plan, 'alice').map(({ id }) => id))).toEqual(new Set(plan.keys()))
      }),
    )
  })
})

describe('a person in all projects', () => {
  it('is removed from those that one manages; the others are named', () => {
    const { requested, impossible } = removeEverywhere(review, 'bob')
    expect(requested.map(({ project }) => project.uid)).toEqual(['a', 'b'])
    expect(impossible.map(({ project, obstacle }) => [project.uid, obstacle])).toEqual([
      ['c', 'not-manager'],
      ['d', 'owner'],
    ])
  })

  it('is replaced by one who gets what both had', () => {
    const plan = withRequested(EMPTY_PLAN, replacePerson(review, 'bob', 'carol').requested)
    expect([...plan.values()].map(({ uid, username, to }) => [uid, username, to.size])).toEqual([
      ['a', 'carol', codenamesOf('manager').size],
      ['a', 'bob', 0],
      ['b', 'carol', codenamesOf('viewer').size],
      ['b', 'bob', 0],
    ])
  })

  it('is not replaced where the access is limited to some submissions', () => {
    const { impossible } = replacePerson(review, 'carol', 'erin')
    expect(impossible.map(({ project, obstacle }) => [project.uid, obstacle])).toEqual([['b', 'row-rules']])
  })
})

describe('a plan', () => {
  const plan = withRequested(EMPTY_PLAN, [
    { project: projectIn(review, 'd'), username: 'alice', to: codenamesOf('viewer') },
    { project: a, username: 'bob', to: [] },
    { project: projectIn(review, 'd'), username: 'carol', to: codenamesOf('editor') },
    { project: a, username: 'carol', to: codenamesOf('editor') },
  ])

  it('grants before it removes in each project, and ends with the rights of the current user', () => {
    expect(inOrder(plan, 'alice').map(({ id }) => id)).toEqual(['d carol', 'a carol', 'a bob', 'd alice'])
  })

  it('loses single changes, and takes back those that were not made unless others replace them', () => {
    const less = withoutChange(plan, 'a bob')
    expect(less.size).toBe(3)
    const newer = withRequested(EMPTY_PLAN, [{ project: a, username: 'bob', to: codenamesOf('viewer') }])
    expect(replan(newer, [...plan.values()]).get('a bob')?.to).toEqual(accessOf('viewer').held)
    expect(byProject(plan).get('a')?.size).toBe(2)
  })
})
