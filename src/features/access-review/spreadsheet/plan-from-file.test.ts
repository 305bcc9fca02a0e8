import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { withImplied } from '#/api/kpi/permissions/codenames.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { projectWith, reviewWith } from '#/features/access-review/model/reviews-in-tests.ts'
import type { ColumnKey } from './columns.ts'
import { planFromFile, withAccounts } from './plan-from-file.ts'
import { readRows } from './read-rows.ts'
import { loadFileLabels } from './file-labels.ts'

const labels = await loadFileLabels()
const rules = 'view_submissions: {"_submitted_by":"carol"}'
const limited = {
  held: withImplied(['partial_submissions']),
  partial: [{ codename: 'view_submissions', filters: [{ _submitted_by: 'carol' }] }],
}
const review = reviewWith(
  projectWith('a', { bob: 'viewer', carol: limited, [ANONYMOUS]: ['view_asset'] }),
  projectWith('b', { alice: 'viewer' }, { owner: 'dan' }),
)

/** The plan of one row, whose first row has the headings. */
const planOf = (...rows: Partial<Record<ColumnKey, string>>[]) =>
  planFromFile(
    review,
    rows.map((cells, index) => ({ number: index + 2, cells: { uid: 'a', ...cells } })),
    labels,
  )

describe('planFromFile', () => {
  it.each<[string, Partial<Record<ColumnKey, string>>, ReadonlySet<string>]>([
    ['a new role', { person: 'bob', newRole: 'Editor' }, codenamesOf('editor')],
    [
      'a new role in French, and other cells as they were',
      { person: 'bob', newRole: ' gestionnaire', view_asset: 'oui' },
      codenamesOf('manager'),
    ],
    ['no access', { person: 'bob', newRole: 'No access' }, new Set()],
    [
      'one more permission',
      { person: 'bob', add_submissions: 'YES' },
      withImplied(['view_submissions', 'add_submissions']),
    ],
    ['one less, the others blank', { person: 'bob', view_submissions: 'no' }, new Set(['view_asset'])],
    ['no everywhere', { person: 'bob', view_asset: 'no', view_submissions: '0' }, new Set()],
    ['somebody new', { person: 'erin', newRole: 'Reviewer' }, codenamesOf('reviewer')],
    ['the end of a limit', { person: 'carol', newRole: 'Viewer', rules }, codenamesOf('viewer')],
    ['the end of public access', { person: ANONYMOUS, view_asset: 'no' }, new Set()],
  ])('plans %s', (_, cells, to) => {
    const { requested, problems } = planOf(cells)
    expect(problems).toEqual([])
    expect(requested.map((request) => new Set(request.to))).toEqual([to])
  })

  it.each<[string, Partial<Record<ColumnKey, string>>]>([
    ['what is already so', { person: 'bob', view_submissions: 'yes', view_asset: 'yes', change_asset: 'no' }],
    ['blank cells', { person: 'bob' }],
    ['a person without access and without a request', { person: 'erin', view_asset: 'no' }],
    ['rules that stay', { person: 'carol', partial_submissions: 'yes', view_asset: 'yes', rules }],
    ['the owner as before', { person: 'alice', manage_asset: 'yes', view_asset: 'yes', partial_submissions: 'no' }],
  ])('plans nothing for %s', (_, cells) => {
    expect(planOf(cells)).toMatchObject({ requested: [], problems: [], unchanged: 1 })
  })

  it.each<[Partial<Record<ColumnKey, string>>, object]>([
    [
      { person: 'bob', uid: '' },
      { column: 'uid', kind: 'noProject' },
    ],
    [{ person: '' }, { column: 'person', kind: 'noPerson' }],
    [
      { person: 'bob', uid: 'nope' },
      { column: 'uid', kind: 'unknownProject', text: 'nope' },
    ],
    [
      { person: 'bob', view_asset: 'maybe' },
      { column: 'view_asset', kind: 'unreadable', text: 'maybe' },
    ],
    [
      { person: 'bob', newRole: 'Boss' },
      { column: 'newRole', kind: 'unknownRole', text: 'Boss' },
    ],
    [
      { person: 'bob', change_submissions: 'yes', view_submissions: 'no' },
      { column: 'view_submissions', kind: 'contradiction', permission: 'change_submissions' },
    ],
    [{ person: 'carol', partial_submissions: 'yes', view_submissions: 'yes' }, { kind: 'contradiction' }],
    [
      { person: 'bob', partial_submissions: 'yes' },
      { column: 'rules', kind: 'rules' },
    ],
    [
      { person: 'carol', partial_submissions: 'yes', rules: 'other' },
      { column: 'rules', kind: 'rules' },
    ],
    [
      { person: 'alice', newRole: 'Viewer' },
      { column: 'newRole', kind: 'owner' },
    ],
    [
      { person: 'erin', newRole: 'Viewer', uid: 'b' },
      { kind: 'not-manager', owner: 'dan' },
    ],
    [{ person: ANONYMOUS, view_submissions: 'yes' }, { kind: 'public' }],
  ])('names the row and the column: %o', (cells, problem) => {
    expect(
      planOf({ person: 'bob' }, { ...cells, ...(cells.person === 'bob' && { person: 'bob' }) }).problems.at(-1),
    ).toMatchObject({
      row: 3,
      ...(cells.person === 'bob' && cells.uid === undefined ? { kind: 'repeated', first: 2 } : problem),
    })
    expect(planOf(cells).problems).toMatchObject([{ row: 2, ...problem }])
  })

  it('checks new people on the server, in the server’s spelling', () => {
    const plan = planOf({ person: 'Erin', newRole: 'Viewer' }, { person: 'nobody', newRole: 'Viewer' })
    expect(plan.newPeople).toEqual(['Erin', 'nobody'])
    const checked = withAccounts(
      plan,
      new Map([
        ['Erin', 'erin'],
        ['nobody', null],
      ]),
    )
    expect(checked.requested.map(({ username }) => username)).toEqual(['erin'])
    expect(checked.problems).toEqual([{ row: 3, column: 'person', kind: 'unknownPerson', text: 'nobody' }])
  })
})

describe('readRows', () => {
  it('finds the columns in any order and language, and keeps the numbers of rows', () => {
    const found = readRows(
      [['Notes', 'personne', 'PROJECT  ID', 'Nouveau rôle'], [], ['x', 'bob', 'a', 'Viewer']],
      labels,
    )
    expect(found).toEqual({
      missing: null,
      rows: [{ number: 3, cells: { person: 'bob', uid: 'a', newRole: 'Viewer' } }],
    })
  })

  it('says which columns are missing', () => {
    expect(readRows([['Person', 'Role']], labels)).toEqual({ missing: ['uid'] })
    expect(readRows([], labels)).toEqual({ missing: ['uid', 'person'] })
  })
})
