import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandRuns } from '#/dataset/query/column-ranges.ts'
import { type ColumnLayout, toChoice, withColumns, withFrozen, withMoved } from './column-order.ts'

const all = ['status', 'id', 'when', 'who', 'code', 'people', 'water', 'total']
const usual: ColumnLayout = { frozen: ['status', 'code'], rest: ['when', 'who', 'people', 'water', 'total'] }

describe('the columns of a table', () => {
  it('come back where the form has them', () => {
    const fewer = withColumns(usual, new Set(['people', 'who']), false, all)
    expect(fewer).toEqual({ frozen: ['status', 'code'], rest: ['when', 'water', 'total'] })
    expect(withColumns(fewer, new Set(['people', 'who', 'when']), true, all)).toEqual(usual)
    expect(
      withColumns({ frozen: ['code'], rest: ['water', 'when'] }, new Set(['id', 'total']), true, all).rest,
    ).toEqual(['id', 'water', 'total', 'when'])
  })

  it('move among their like, and no further than its ends', () => {
    expect(withMoved(usual, 'water', 0).rest).toEqual(['water', 'when', 'who', 'people', 'total'])
    expect(withMoved(usual, 'when', 99).rest).toEqual(['who', 'people', 'water', 'total', 'when'])
    expect(withMoved(usual, 'code', -1)).toEqual({ frozen: ['code', 'status'], rest: usual.rest })
  })

  it('are frozen and freed', () => {
    const frozen = withFrozen(usual, 'people', true)
    expect(frozen).toEqual({ frozen: ['status', 'code', 'people'], rest: ['when', 'who', 'water', 'total'] })
    expect(withFrozen(frozen, 'status', false)).toEqual({
      frozen: ['code', 'people'],
      rest: ['status', 'when', 'who', 'water', 'total'],
    })
  })

  it('need not be said where they are the usual ones', () => {
    expect(toChoice(usual, { usual, all, lasting: all.length })).toEqual({ columns: null, frozen: null })
  })

  it('are the same after any of this, read from an address', () => {
    const id = fc.constantFrom(...all)
    const step = fc.oneof(
      fc.tuple(id, fc.boolean()).map(
        ([one, on]) =>
          (now: ColumnLayout) =>
            withColumns(now, new Set([one]), on, all),
      ),
      fc.tuple(id, fc.nat(8)).map(([one, to]) => (now: ColumnLayout) => {
        const isThere = now.frozen.includes(one) || now.rest.includes(one)
        return isThere ? withMoved(now, one, to) : now
      }),
      fc.tuple(id, fc.boolean()).map(
        ([one, on]) =>
          (now: ColumnLayout) =>
            withFrozen(now, one, on),
      ),
    )
    fc.assert(
      fc.property(fc.array(step), fc.nat(8), (steps, lasting) => {
        const wanted = steps.reduce((now, next) => next(now), usual)
        const { columns, frozen } = toChoice(wanted, { usual, all, lasting })
        const readFrozen = frozen ?? usual.frozen
        const rest = columns ? expandRuns(columns, all).filter((one) => !readFrozen.includes(one)) : usual.rest
        expect({ frozen: readFrozen, rest }).toEqual(wanted)
      }),
    )
  })
})
