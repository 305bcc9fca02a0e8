import { describe, expect, it } from 'vitest'
import { type Codename, withImplied } from '#/api/kpi/permissions/codenames.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { isSameAccess, type Person } from '#/api/kpi/permissions/people.ts'
import { planTeam } from './team-changes.ts'

const person = (username: string, codenames: Codename[], partial: PartialPermission[] = []): Person => ({
  username,
  held: withImplied(codenames),
  partial,
  unknown: [],
  assignments: new Map(),
})
const rule = (region: string, codename = 'view_submissions'): PartialPermission[] => [
  { codename, filters: [{ region }] },
]
const limited = (username: string, partial: PartialPermission[]) => person(username, ['partial_submissions'], partial)

const SOURCE = [
  person('owner', ['manage_asset']),
  person('AnonymousUser', ['view_asset']),
  person('amina', ['validate_submissions']),
  person('bob', ['view_submissions']),
  limited('carol', rule('north')),
]

describe('adding a team', () => {
  it('gives what is missing, and takes nothing', () => {
    const target = [
      person('bob', ['change_submissions']),
      person('dave', ['view_asset']),
      limited('carol', rule('south')),
    ]
    const { changes, skipped } = planTeam(SOURCE, target, { mode: 'add', except: ['owner'] })
    expect(changes.map(({ username, kind }) => [username, kind])).toEqual([
      ['amina', 'new'],
      ['carol', 'changed'],
    ])
    expect(changes[1]?.to.partial).toEqual([
      { codename: 'view_submissions', filters: [{ region: 'south' }, { region: 'north' }] },
    ])
    expect(skipped).toEqual([])
  })

  it('widens a rule to all submissions only if it loses nothing by that', () => {
    const viewers = [person('bob', ['view_submissions'])]
    const add = (target: Person) => planTeam(viewers, [target], { mode: 'add', except: [] })
    expect(add(limited('bob', rule('north'))).changes[0]?.to.held).toEqual(withImplied(['view_submissions']))
    expect(add(limited('bob', rule('north', 'validate_submissions')))).toEqual({ changes: [], skipped: ['bob'] })
    // Who sees everything already is not limited.
    const toViewer = planTeam([limited('bob', rule('north'))], viewers, { mode: 'add', except: [] })
    expect(toViewer).toEqual({ changes: [], skipped: [] })
  })
})

describe('making a team the same', () => {
  it('changes and removes, but neither an owner, nor yourself, nor public access', () => {
    const target = [
      person('bob', ['manage_asset']),
      person('dave', ['view_asset']),
      person('you', ['manage_asset']),
      person('AnonymousUser', ['view_asset']),
    ]
    const { changes } = planTeam(SOURCE, target, { mode: 'same', except: ['owner', 'you'] })
    expect(changes.map(({ username, kind }) => [username, kind])).toEqual([
      ['amina', 'new'],
      ['bob', 'changed'],
      ['carol', 'new'],
      ['dave', 'removed'],
    ])
    const carol = changes.find(({ username }) => username === 'carol')
    expect(carol && isSameAccess(carol.to, limited('carol', rule('north')))).toBe(true)
  })

  it('plans nothing a second time', () => {
    const options = { mode: 'same', except: ['owner'] } as const
    expect(planTeam(SOURCE, SOURCE, options)).toEqual({ changes: [], skipped: [] })
  })
})
