import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterGiving, afterTaking, type Codename, CODENAMES, withImplied } from './codenames.ts'
import { planChange } from './plan-change.ts'
import { codenamesOf, roleOf, ROLES } from './roles.ts'

const set = (...codenames: Codename[]) => new Set(codenames)

/** What the server holds after the planned writes. */
function carryOut(held: ReadonlySet<Codename>, target: Iterable<Codename>) {
  const { give, take } = planChange(held, target)
  let state = give.reduce(afterGiving, new Set(held))
  state = take.reduce(afterTaking, state)
  return { state, writes: give.length + take.length }
}

/** Sets that a server can hold: closed under implication, never partial beside full access. */
const reachable = fc
  .array(fc.constantFrom(...CODENAMES), { maxLength: 5 })
  .map((given) => given.reduce(afterGiving, set()))

describe('planChange', () => {
  it('reaches the wanted permissions from any others', () => {
    fc.assert(
      fc.property(reachable, reachable, (held, target) => {
        expect([...carryOut(held, target).state].toSorted()).toEqual([...withImplied(target)].toSorted())
      }),
    )
  })

  it('writes nothing where nothing changes', () => {
    fc.assert(
      fc.property(reachable, (held) => {
        expect(carryOut(held, held).writes).toBe(0)
      }),
    )
  })

  it('gives a manager one permission, and lets the server add the rest', () => {
    expect(planChange(set(), codenamesOf('manager'))).toEqual({ give: ['manage_asset'], take: [] })
  })

  it('makes an editor a viewer without a moment of no access', () => {
    const { give, take } = planChange(codenamesOf('editor'), codenamesOf('viewer'))
    expect(give).toEqual([])
    expect(take).not.toContain('view_submissions')
    expect(take).not.toContain('view_asset')
  })

  it('removes a manager in two writes, sight of the project last', () => {
    expect(planChange(codenamesOf('manager'), []).take).toEqual(['add_submissions', 'view_asset'])
  })

  it('takes a limited permission away with sight of the project', () => {
    expect(planChange(set('partial_submissions', 'view_asset'), [])).toEqual({ give: [], take: ['view_asset'] })
  })

  it('replaces access to some submissions by a role in one write', () => {
    expect(planChange(set('partial_submissions', 'view_asset'), codenamesOf('viewer'))).toEqual({
      give: ['view_submissions'],
      take: [],
    })
  })
})

describe('roleOf', () => {
  it('knows each role by what it holds', () => {
    expect(ROLES.map((role) => roleOf(codenamesOf(role)))).toEqual([...ROLES])
  })

  it('calls the rest Custom', () => {
    expect(roleOf(set('view_asset'))).toBe('custom')
    expect(roleOf(set('partial_submissions', 'view_asset'))).toBe('custom')
  })

  it("knows a collector as KPI's own interface makes one", () => {
    expect(roleOf(set('add_submissions', 'view_asset'))).toBe('collector')
  })
})
