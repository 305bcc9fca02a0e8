import { describe, expect, it } from 'vitest'
import { withImplied } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { projectWith, reviewWith } from '#/features/access-review/model/reviews-in-tests.ts'
import { EMPTY_PLAN, withRequested } from '#/features/access-review/plan/plan.ts'
import { loadFileLabels } from '#/features/access-review/spreadsheet/file-labels.ts'
import { applyTeam, rowsOfTeams, type TeamList, teamsOf } from './team-list.ts'

const labels = await loadFileLabels()
const NORTH: TeamList = { name: 'North', people: ['bob', 'Erin', 'nobody', 'alice'], role: 'reviewer', ownOnly: false }
const { projects } = reviewWith(
  projectWith('a', { bob: 'viewer' }),
  projectWith('b', { bob: 'reviewer' }),
  projectWith('c', { alice: 'viewer' }, { owner: 'dan' }),
)
const ACCOUNTS = new Map([
  ['Erin', 'erin'],
  ['nobody', null],
])

describe('applyTeam', () => {
  it('gives each account the role, where it is not so already, and names what is not possible', () => {
    const { requested, impossible } = applyTeam(NORTH, projects, ACCOUNTS)
    const plan = withRequested(EMPTY_PLAN, requested)
    expect([...plan.values()].map(({ id, to }) => [id, to])).toEqual([
      ['a bob', codenamesOf('reviewer')],
      ['a erin', codenamesOf('reviewer')],
      ['b erin', codenamesOf('reviewer')],
    ])
    expect(impossible.map(({ project, obstacle }) => [project.uid, obstacle])).toEqual([['c', 'not-manager']])
  })

  it('limits each person to their own submissions, and applied twice plans nothing', () => {
    const team = { ...NORTH, people: ['bob'], ownOnly: true }
    const [change] = withRequested(EMPTY_PLAN, applyTeam(team, projects.slice(0, 1)).requested).values()
    expect(change?.to).toEqual(withImplied(['partial_submissions']))
    const filters = [{ _submitted_by: 'bob' }]
    expect(change?.partial).toEqual([
      { codename: 'view_submissions', filters },
      { codename: 'validate_submissions', filters },
    ])
    const after = reviewWith(
      projectWith('a', { bob: { held: change?.to ?? new Set(), partial: change?.partial ?? [] } }),
    )
    expect(withRequested(EMPTY_PLAN, applyTeam(team, after.projects).requested).size).toBe(0)
  })

  it.each(['collector', 'viewer', 'editor'] as const)('limits a %s as the server would keep it', (role) => {
    const team = { ...NORTH, people: ['bob'], role, ownOnly: true }
    const [change] = withRequested(EMPTY_PLAN, applyTeam(team, projects.slice(0, 1)).requested).values()
    expect(change?.to.has('partial_submissions')).toBe(true)
    expect(change?.to.has('view_submissions')).toBe(false)
    expect(change?.to.has('add_submissions')).toBe(role !== 'viewer')
  })
})

describe('the file of team lists', () => {
  const texts = { role: (role: string) => role, yes: 'yes', no: 'no' }

  it('is read as it was written', () => {
    const south: TeamList = { name: 'South', people: ['dan'], role: 'editor', ownOnly: true }
    const rows = [['Team', 'Person', 'Role', 'Own'], ...rowsOfTeams([NORTH, south], texts)]
    expect(teamsOf(rows, labels)).toEqual({ teams: [NORTH, south], problems: [] })
  })

  it('names the rows that it does not understand', () => {
    const rows = [
      ['Team', 'Person', 'Role', 'Own'],
      ['North', 'bob', 'Viewer', ''],
      [],
      ['North', 'erin', 'Boss', ''],
      ['North', 'dan', 'Editor', 'no'],
      ['', 'dan', 'Viewer', 'no'],
      ['All', 'dan', 'Manager', 'oui'],
      ['All', 'dan', 'Manager', 'maybe'],
    ]
    expect(teamsOf(rows, labels)).toEqual({
      teams: [{ name: 'North', people: ['bob'], role: 'viewer', ownOnly: false }],
      problems: [4, 5, 6, 7, 8],
    })
  })
})
