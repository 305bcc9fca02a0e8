import { describe, expect, it } from 'vitest'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { joined } from './merge-chunks.ts'

const block = (number: number, at: number, count: number, ...ids: number[]) => ({
  number,
  at,
  data: { count, results: ids.map((_id): Submission => ({ _id, _uuid: `u${_id}` })), unreadable: [] },
})
const idsOf = ({ rows }: ReturnType<typeof joined>) => rows.map(({ _id }) => _id)

describe('blocks put together', () => {
  it('stand where they belong among all, those on their way left open', () => {
    const found = joined([block(0, 1, 9, 9, 8), { number: 1 }, block(2, 2, 9, 5, 4)], 2)
    expect(idsOf(found)).toEqual([9, 8, 5, 4])
    expect(found.places).toEqual({
      count: 9,
      runs: [
        { start: 0, length: 2 },
        { start: 4, length: 2 },
      ],
    })
    expect(found.blockOf(5)).toBe(2)
    expect(found.outdated).toEqual([])
  })

  it('leave out what was read before some were deleted, so that none is passed over', () => {
    const found = joined([block(0, 1, 9, 9, 8), block(1, 2, 8, 6, 5)], 2)
    expect(found.outdated).toEqual([0])
    expect(idsOf(found)).toEqual([6, 5])
    expect(found.places?.count).toBe(8)
  })

  it('show no row twice', () => {
    const found = joined([block(0, 2, 9, 9, 8), block(1, 1, 9, 8, 7)], 2)
    expect(found.outdated).toEqual([1])
    expect(idsOf(found)).toEqual([9, 8])
  })

  it('are nothing as long as none has come', () => {
    expect(joined([{ number: 0 }], 2)).toMatchObject({ count: null, places: null, rows: [] })
  })
})
