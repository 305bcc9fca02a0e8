import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addGrant, completePartial as serverCompletes, removeGrant } from '#/demo/permissions/permissions.ts'
import type { Grant } from '#/demo/records.ts'
import { afterGranting, afterRevoking, type Codename, CODENAMES, isCodename } from './codenames.ts'
import { completePartial, PARTIAL_CODENAMES, type PartialPermission } from './partial.ts'
import { type Access, isSameAccess, NO_ACCESS } from './people.ts'
import { type AccessWrite, afterWrite, planAccess, savedAccess, statesBetween } from './plan-access.ts'

/** The demo, which keeps permissions as the recordings show it, with one user besides the one that is changed. */
const OTHER: Grant[] = [{ uid: 'other', username: 'carol', codename: 'view_asset' }]
let uids = 0
const makeUid = () => `p${++uids}`

const carryOut = (grants: Grant[], write: AccessWrite): Grant[] => {
  if ('revoke' in write) return removeGrant(grants, { username: 'bob', codename: write.revoke })
  const partial =
    write.partial &&
    serverCompletes(write.partial.map(({ codename, filters }) => ({ codename, filters: [...filters] })))
  return addGrant(grants, { username: 'bob', codename: write.grant, ...(partial && { partial }) }, makeUid)
}

/** What the server has of an access: one grant for each permission. */
const grantsOf = ({ held, partial }: Access): Grant[] => [
  ...OTHER,
  ...[...held].map((codename) => ({
    uid: makeUid(),
    username: 'bob',
    codename,
    ...(codename === 'partial_submissions' && {
      partial: partial.map((part) => ({ ...part, filters: [...part.filters] })),
    }),
  })),
]

const accessIn = (grants: Grant[]): Access => {
  const own = grants.filter(({ username }) => username === 'bob')
  return {
    held: new Set(own.map(({ codename }) => codename).filter(isCodename)),
    partial: own.flatMap(({ partial = [] }) => partial),
  }
}

/** Carries out the plan on the demo, and tells whether anything that stays was missing for a moment. */
function save(from: Access, to: Access) {
  const writes = planAccess(from, to)
  const states: Access[] = []
  const grants = writes.reduce((before, write) => {
    const after = carryOut(before, write)
    states.push(accessIn(after))
    return after
  }, grantsOf(from))
  const kept = [...from.held].filter((codename) => to.held.has(codename))
  const isAlwaysKept = states.every(({ held }) => kept.every((codename) => held.has(codename)))
  return {
    writes,
    states,
    result: accessIn(grants),
    isAlwaysKept,
    others: grants.filter(({ username }) => username !== 'bob'),
  }
}

const keyOf = (held: ReadonlySet<Codename>) => CODENAMES.filter((codename) => held.has(codename)).join()

/** All sets of permissions that a server can have, without row rules: those that it makes of granting and revoking. */
function closedStates(): ReadonlySet<Codename>[] {
  const known = new Map<string, ReadonlySet<Codename>>([['', new Set()]])
  const open: ReadonlySet<Codename>[] = [new Set()]
  for (let state = open.pop(); state; state = open.pop()) {
    for (const next of neighbours(state)) {
      if (known.has(keyOf(next))) continue
      known.set(keyOf(next), next)
      open.push(next)
    }
  }
  return [...known.values()]
}

const FULL = CODENAMES.filter((codename) => codename !== 'partial_submissions')
const neighbours = (held: ReadonlySet<Codename>) => [
  ...FULL.map((codename) => afterGranting(held, codename)),
  ...[...held].map((codename) => afterRevoking(held, codename)),
]

/**
 * The fewest requests from one set to another, by breadth-first search over what the server does. Between two of them the
 * user has all that stays, and nothing that they neither had nor are to have: else the fewest would be to make somebody a
 * manager for a moment.
 */
function fewest(from: ReadonlySet<Codename>, to: ReadonlySet<Codename>): number {
  const isAllowed = (held: ReadonlySet<Codename>) =>
    CODENAMES.every((codename) =>
      from.has(codename) === to.has(codename) ? held.has(codename) === to.has(codename) : true,
    )
  const distances = new Map([[keyOf(from), 0]])
  const queue = [from]
  for (let state = queue.shift(); state; state = queue.shift()) {
    const distance = distances.get(keyOf(state)) ?? 0
    if (keyOf(state) === keyOf(to)) return distance
    for (const next of neighbours(state)) {
      if (distances.has(keyOf(next)) || !isAllowed(next)) continue
      distances.set(keyOf(next), distance + 1)
      queue.push(next)
    }
  }
  return Infinity
}

const STATES = closedStates()
const PAIRS = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))
const full = (held: ReadonlySet<Codename>): Access => ({ held, partial: [] })

describe('planAccess, from each set of permissions to each other one', () => {
  it('ends exactly in the wanted set on the demo, keeps what stays, and leaves others alone', () => {
    expect(STATES).toHaveLength(31)
    for (const [from, to] of PAIRS) {
      const { result, isAlwaysKept, others } = save(full(from), full(to))
      expect(keyOf(result.held), `${keyOf(from)} → ${keyOf(to)}`).toBe(keyOf(to))
      expect(isAlwaysKept, `${keyOf(from)} → ${keyOf(to)}`).toBe(true)
      expect(others).toEqual(OTHER)
    }
  })

  it('needs the fewest requests that give and take nothing else for a moment', () => {
    for (const [from, to] of PAIRS)
      expect(planAccess(full(from), full(to)).length, `${keyOf(from)} → ${keyOf(to)}`).toBe(fewest(from, to))
  })
})

const filter = fc.oneof(
  fc.record({ _submitted_by: fc.constantFrom<unknown>('bob', 'carol', null, { $in: ['bob', 'carol'] }) }),
  fc.record({ 'hh/region': fc.constantFrom('north', 'south') }),
  fc.record({ 'hh/region': fc.constantFrom('north', 'south'), _submitted_by: fc.constant('bob') }),
  fc.record({ $or: fc.array(fc.record({ age: fc.constantFrom('1', '2') }), { minLength: 1, maxLength: 2 }) }),
)
const rules: fc.Arbitrary<PartialPermission[]> = fc.uniqueArray(
  fc.record({
    codename: fc.constantFrom(...PARTIAL_CODENAMES),
    filters: fc.array(filter, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ codename }) => codename },
)

/** What a server can have: any requests, one after the other. */
const access: fc.Arbitrary<Access> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...FULL).map((grant): AccessWrite => ({ grant })) },
      { weight: 2, arbitrary: rules.map((partial): AccessWrite => ({ grant: 'partial_submissions', partial })) },
      { weight: 1, arbitrary: fc.constantFrom(...CODENAMES).map((revoke): AccessWrite => ({ revoke })) },
    ),
    { maxLength: 5 },
  )
  .map((writes) => accessIn(writes.reduce(carryOut, [...OTHER])))

describe('planAccess with row rules', () => {
  it('ends in the wanted permissions and rules on the demo, in 10,000 cases', () => {
    fc.assert(
      fc.property(access, access, (from, to) => {
        const wanted = savedAccess(from, to)
        const { result, writes, isAlwaysKept, states, others } = save(from, to)
        expect(isSameAccess(result, wanted)).toBe(true)
        expect([...to.held].every((codename) => result.held.has(codename))).toBe(true)
        expect(isAlwaysKept).toBe(true)
        expect(others).toEqual(OTHER)
        // The states between the requests are known, and from each of them the change is completed.
        const between = statesBetween(from, writes)
        expect(between.every((state, at) => isSameAccess(state, states[at] ?? NO_ACCESS))).toBe(true)
        for (const state of between) expect(isSameAccess(save(state, wanted).result, wanted)).toBe(true)
        // Saved again, nothing is sent.
        expect(planAccess(result, wanted)).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })

  it('foresees each request exactly', () => {
    fc.assert(
      fc.property(access, fc.constantFrom(...CODENAMES), rules, (from, codename, partial) => {
        const writes: AccessWrite[] = [
          codename === 'partial_submissions' ? { grant: codename, partial } : { grant: codename },
          { revoke: codename },
        ]
        for (const write of writes)
          expect(isSameAccess(afterWrite(from, write), accessIn(carryOut(grantsOf(from), write)))).toBe(true)
      }),
    )
  })

  it('replaces rules in one request, and keeps them where only other permissions change', () => {
    const of = (region: string): PartialPermission[] => [{ codename: 'view_submissions', filters: [{ region }] }]
    const limited: Access = { held: new Set(['partial_submissions', 'view_asset']), partial: of('north') }
    expect(planAccess(limited, { ...limited, partial: of('south') })).toEqual([
      { grant: 'partial_submissions', partial: of('south') },
    ])
    expect(planAccess(limited, { held: [...limited.held, 'add_submissions'] })).toEqual([{ grant: 'add_submissions' }])
    expect(planAccess(limited, { held: ['validate_submissions'] })).toEqual([{ grant: 'validate_submissions' }])
  })

  it('completes rules as the server does', () => {
    fc.assert(
      fc.property(rules, (partial) => {
        const theirs = serverCompletes(partial.map(({ codename, filters }) => ({ codename, filters: [...filters] })))
        const all = new Set(CODENAMES)
        expect(isSameAccess({ held: all, partial: completePartial(partial) }, { held: all, partial: theirs })).toBe(
          true,
        )
      }),
    )
  })
})
