import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColumnRange, expandRanges, readRanges, toRanges, writeRanges } from './column-ranges.ts'

const id = fc.oneof(
  fc.constantFrom('hh/code', 'hh/people', 'hh/head/name', '_id', 'a.b', 'x-1', '.odd', 'hh/.odd', 'a*b', 'a b', '50%'),
  fc.string({ minLength: 1, unit: 'grapheme' }),
)
const end = fc.option(id)
const run: fc.Arbitrary<ColumnRange> = fc.oneof(id, fc.record({ from: end, to: end }))

describe('columns in a URL', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(run), (runs) => {
        const address = new URLSearchParams({ columns: writeRanges(runs) }).toString()
        expect(readRanges(new URLSearchParams(address).get('columns') ?? '')).toEqual(runs)
      }),
    )
  })

  it('are the same after they were written as ranges', () => {
    const lists = fc.uniqueArray(id, { maxLength: 40 }).chain((all) =>
      fc.record({
        all: fc.constant(all),
        ids: fc
          .tuple(fc.shuffledSubarray(all), fc.subarray(all))
          .map(([some, others]) => [...new Set([...some, ...others])]),
      }),
    )
    fc.assert(
      fc.property(lists, fc.nat(40), ({ all, ids }, stableCount) => {
        expect(expandRanges(toRanges(ids, all, stableCount), all)).toEqual(ids)
      }),
    )
  })

  it('are short for a whole form, also after one column was moved', () => {
    const all = Array.from({ length: 1269 }, (_, index) => `group_${Math.floor(index / 20)}/question_${index}`)
    expect(writeRanges(toRanges(all, all))).toBe('*')
    const moved = [...all.slice(0, 5), all[700] ?? '', ...all.slice(5, 700), ...all.slice(701)]
    expect(writeRanges(toRanges(moved, all)).length).toBeLessThan(150)
  })

  it('have no range that ends at a column of some rows only', () => {
    expect(toRanges(['a', 'b', 'c', 'd', 'old'], ['a', 'b', 'c', 'd', 'old', 'older'], 4)).toEqual([
      { from: null, to: 'd' },
      'old',
    ])
    expect(toRanges(['b', 'c', 'old'], ['a', 'b', 'c', 'old'], 3)).toEqual([{ from: 'b', to: null }])
  })

  it('have the name of a group once', () => {
    expect(writeRanges(['hh/code', 'hh/people', 'hh/head/name', 'visit'])).toBe('hh/code .people hh/head/name visit')
  })

  it('keep ids that this page does not have, and the ends of a range that the form no longer has', () => {
    expect(expandRanges(['old/age', 'a', { from: 'b', to: 'gone' }], ['a', 'b', 'c'])).toEqual([
      'old/age',
      'a',
      'b',
      'gone',
    ])
    expect(expandRanges([{ from: 'b', to: null }], ['a', 'b', 'c', 'new'])).toEqual(['b', 'c', 'new'])
  })
})
