import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColumnRun, expandRuns, readRuns, toRuns, writeRuns } from './column-ranges.ts'

const id = fc.oneof(
  fc.constantFrom('hh/code', 'hh/people', 'hh/head/name', '_id', 'a.b', 'x-1', '.odd', 'hh/.odd', 'a*b', 'a b', '50%'),
  fc.string({ minLength: 1, unit: 'grapheme' }),
)
const end = fc.option(id)
const run: fc.Arbitrary<ColumnRun> = fc.oneof(id, fc.record({ from: end, to: end }))

describe('columns in an address', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(run), (runs) => {
        const address = new URLSearchParams({ columns: writeRuns(runs) }).toString()
        expect(readRuns(new URLSearchParams(address).get('columns') ?? '')).toEqual(runs)
      }),
    )
  })

  it('are the same after they were shortened', () => {
    const lists = fc.uniqueArray(id, { maxLength: 40 }).chain((all) =>
      fc.record({
        all: fc.constant(all),
        ids: fc
          .tuple(fc.shuffledSubarray(all), fc.subarray(all))
          .map(([some, others]) => [...new Set([...some, ...others])]),
      }),
    )
    fc.assert(
      fc.property(lists, fc.nat(40), ({ all, ids }, lasting) => {
        expect(expandRuns(toRuns(ids, all, lasting), all)).toEqual(ids)
      }),
    )
  })

  it('say a whole form in one sign, and one that was moved in little more', () => {
    const all = Array.from({ length: 1269 }, (_, index) => `group_${Math.floor(index / 20)}/question_${index}`)
    expect(writeRuns(toRuns(all, all))).toBe('*')
    const moved = [...all.slice(0, 5), all[700] ?? '', ...all.slice(5, 700), ...all.slice(701)]
    expect(writeRuns(toRuns(moved, all)).length).toBeLessThan(150)
  })

  it('end no run at a column that only some rows have', () => {
    expect(toRuns(['a', 'b', 'c', 'd', 'old'], ['a', 'b', 'c', 'd', 'old', 'older'], 4)).toEqual([
      { from: null, to: 'd' },
      'old',
    ])
    expect(toRuns(['b', 'c', 'old'], ['a', 'b', 'c', 'old'], 3)).toEqual([{ from: 'b', to: null }])
  })

  it('name the group once', () => {
    expect(writeRuns(['hh/code', 'hh/people', 'hh/head/name', 'visit'])).toBe('hh/code .people hh/head/name visit')
  })

  it('keep what is not on this page, and the ends of a run that the form no longer has', () => {
    expect(expandRuns(['old/age', 'a', { from: 'b', to: 'gone' }], ['a', 'b', 'c'])).toEqual([
      'old/age',
      'a',
      'b',
      'gone',
    ])
    expect(expandRuns([{ from: 'b', to: null }], ['a', 'b', 'c', 'new'])).toEqual(['b', 'c', 'new'])
  })
})
