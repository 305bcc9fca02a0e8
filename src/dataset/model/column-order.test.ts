import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandRanges } from '#/dataset/query/column-ranges.ts'
import {
  type ColumnLayout,
  toColumnChoice,
  withColumnsVisible,
  withColumnFrozen,
  withColumnMoved,
} from './column-order.ts'

const all = ['status', 'id', 'when', 'who', 'code', 'people', 'water', 'total']
const defaults: ColumnLayout = { frozen: ['status', 'code'], rest: ['when', 'who', 'people', 'water', 'total'] }

describe('a column layout', () => {
  it('shows columns again at their position in the form', () => {
    const fewer = withColumnsVisible(defaults, new Set(['people', 'who']), false, all)
    expect(fewer).toEqual({ frozen: ['status', 'code'], rest: ['when', 'water', 'total'] })
    expect(withColumnsVisible(fewer, new Set(['people', 'who', 'when']), true, all)).toEqual(defaults)
    expect(
      withColumnsVisible({ frozen: ['code'], rest: ['water', 'when'] }, new Set(['id', 'total']), true, all).rest,
    ).toEqual(['id', 'water', 'total', 'when'])
  })

  it('moves columns among the frozen ones, or among the others, within their ends', () => {
    expect(withColumnMoved(defaults, 'water', 0).rest).toEqual(['water', 'when', 'who', 'people', 'total'])
    expect(withColumnMoved(defaults, 'when', 99).rest).toEqual(['who', 'people', 'water', 'total', 'when'])
    expect(withColumnMoved(defaults, 'code', -1)).toEqual({ frozen: ['code', 'status'], rest: defaults.rest })
  })

  it('freezes columns and releases them', () => {
    const frozen = withColumnFrozen(defaults, 'people', true)
    expect(frozen).toEqual({ frozen: ['status', 'code', 'people'], rest: ['when', 'who', 'water', 'total'] })
    expect(withColumnFrozen(frozen, 'status', false)).toEqual({
      frozen: ['code', 'people'],
      rest: ['status', 'when', 'who', 'water', 'total'],
    })
  })

  it('gives no choice for the defaults', () => {
    expect(toColumnChoice(defaults, { defaults, all, stableCount: all.length })).toEqual({
      columns: null,
      frozen: null,
    })
  })

  it('is the same after it was written as a choice and read', () => {
    const id = fc.constantFrom(...all)
    const step = fc.oneof(
      fc.tuple(id, fc.boolean()).map(
        ([columnId, isOn]) =>
          (now: ColumnLayout) =>
            withColumnsVisible(now, new Set([columnId]), isOn, all),
      ),
      fc.tuple(id, fc.nat(8)).map(([columnId, to]) => (now: ColumnLayout) => {
        const isShown = now.frozen.includes(columnId) || now.rest.includes(columnId)
        return isShown ? withColumnMoved(now, columnId, to) : now
      }),
      fc.tuple(id, fc.boolean()).map(
        ([columnId, isOn]) =>
          (now: ColumnLayout) =>
            withColumnFrozen(now, columnId, isOn),
      ),
    )
    fc.assert(
      fc.property(fc.array(step), fc.nat(8), (steps, stableCount) => {
        const layout = steps.reduce((now, next) => next(now), defaults)
        const { columns, frozen } = toColumnChoice(layout, { defaults, all, stableCount })
        const readFrozen = frozen ?? defaults.frozen
        const rest = columns ? expandRanges(columns, all).filter((each) => !readFrozen.includes(each)) : defaults.rest
        expect({ frozen: readFrozen, rest }).toEqual(layout)
      }),
    )
  })
})
