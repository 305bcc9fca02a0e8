import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { projectWith, reviewWith } from './reviews-in-tests.ts'
import { standingOf } from './review.ts'
import { countRisks, withRisk } from './risks.ts'

const review = reviewWith(
  projectWith('b', { bob: 'manager', carol: 'viewer' }),
  projectWith('a', { carol: 'editor' }, { status: 'archived' }),
  projectWith('z', { [ANONYMOUS]: ['view_submissions'], bob: 'viewer' }, { publicWhenLoaded: 'submissions' }),
  projectWith('c', { alice: 'viewer' }, { owner: 'dan' }),
  projectWith('d', {}, { status: 'archived' }),
)

describe('reviewOf', () => {
  it('has public projects first, then all by name; people by the number of their projects, oneself last', () => {
    expect(review.projects.map(({ uid }) => uid)).toEqual(['z', 'a', 'b', 'c', 'd'])
    expect(review.people).toEqual([
      { username: 'bob', projectCount: 2 },
      { username: 'carol', projectCount: 2 },
      { username: 'dan', projectCount: 1 },
      { username: 'alice', projectCount: 5 },
    ])
  })

  it('knows which projects are only partly visible', () => {
    expect(review.projects.filter(({ canManage }) => !canManage).map(({ uid }) => uid)).toEqual(['c'])
    const [project] = review.projects.filter(({ uid }) => uid === 'c')
    expect(project && [standingOf(project, 'dan'), standingOf(project, 'bob')]).toEqual(['owner', undefined])
  })

  it('counts a project once that came on two pages', () => {
    const twice = reviewWith(projectWith('a', {}), projectWith('a', { bob: 'viewer' }))
    expect(twice.projects).toHaveLength(1)
    expect(twice.people.map(({ username }) => username)).toEqual(['bob', 'alice'])
  })
})

describe('withRisk', () => {
  it.each([
    ['public', 1, ['z'], ['bob', 'alice']],
    ['managers', 1, ['b'], ['bob', 'carol', 'alice']],
    ['archived', 1, ['a'], ['carol', 'alice']],
    ['single', 1, ['c'], ['dan']],
  ] as const)('%s', (risk, count, projects, people) => {
    const selected = withRisk(review, risk)
    expect(selected.projects.map(({ uid }) => uid)).toEqual(projects)
    expect(selected.people.map(({ username }) => username)).toEqual(people)
    expect(countRisks(review)[risk]).toBe(count)
  })
})
