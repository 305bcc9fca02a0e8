import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterGranting, afterRevoking, type Codename, CODENAMES, withImplied } from './codenames.ts'
import { planChange } from './plan-change.ts'
import { codenamesOf, roleOf, ROLES } from './roles.ts'

const set = (...codenames: Codename[]) => new Set(codenames)

/** The permissions on the server after the planned requests. */
function apply(held: ReadonlySet<Codename>, target: Iterable<Codename>) {
  const { grant, revoke } = planChange(held, target)
  let state = grant.reduce(afterGranting, new Set(held))
  state = revoke.reduce(afterRevoking, state)
  return { state, writes: grant.length + revoke.length }
}

/** Sets that a server can have: with implied permissions, and without contradictions. */
const reachable = fc
  .array(fc.constantFrom(...CODENAMES), { maxLength: 5 })
  .map((given) => given.reduce(afterGranting, set()))

describe('planChange', () => {
  it('results in the target permissions, from any others', () => {
    fc.assert(
      fc.property(reachable, reachable, (held, target) => {
        expect([...apply(held, target).state].toSorted()).toEqual([...withImplied(target)].toSorted())
      }),
    )
  })

  it('is empty if nothing changes', () => {
    fc.assert(
      fc.property(reachable, (held) => {
        expect(apply(held, held).writes).toBe(0)
      }),
    )
  })

  it('grants a manager one permission, which implies the others', () => {
    expect(planChange(set(), codenamesOf('manager'))).toEqual({ grant: ['manage_asset'], revoke: [] })
  })

  it('makes an editor a viewer without revoking view permissions', () => {
    const { grant, revoke } = planChange(codenamesOf('editor'), codenamesOf('viewer'))
    expect(grant).toEqual([])
    expect(revoke).not.toContain('view_submissions')
    expect(revoke).not.toContain('view_asset')
  })

  it('removes a manager in two requests, view_asset last', () => {
    expect(planChange(codenamesOf('manager'), []).revoke).toEqual(['add_submissions', 'view_asset'])
  })

  it('revokes partial_submissions by revoking view_asset', () => {
    expect(planChange(set('partial_submissions', 'view_asset'), [])).toEqual({ grant: [], revoke: ['view_asset'] })
  })

  it('replaces partial_submissions by a role in one request', () => {
    expect(planChange(set('partial_submissions', 'view_asset'), codenamesOf('viewer'))).toEqual({
      grant: ['view_submissions'],
      revoke: [],
    })
  })
})

describe('roleOf', () => {
  it('returns each role for its permissions', () => {
    expect(ROLES.map((role) => roleOf(codenamesOf(role)))).toEqual([...ROLES])
  })

  it('returns custom for other combinations', () => {
    expect(roleOf(set('view_asset'))).toBe('custom')
    expect(roleOf(set('partial_submissions', 'view_asset'))).toBe('custom')
  })

  it('returns collector for the combination of KPI’s own interface', () => {
    expect(roleOf(set('add_submissions', 'view_asset'))).toBe('collector')
  })
})
