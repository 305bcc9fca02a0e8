import { describe, expect, it } from 'vitest'
import type { Row } from '#/dataset/model/row.ts'
import { mergeChunks } from './merge-chunks.ts'

const chunk = (index: number, at: number, count: number, ...ids: number[]) => ({
  index,
  at,
  data: { count, results: ids.map((_id): Row => ({ _id, _uuid: `u${_id}` })), unreadable: [] },
})
const idsOf = ({ rows }: ReturnType<typeof mergeChunks>) => rows.map(({ _id }) => _id)

describe('merged chunks', () => {
  it('have their positions among all rows, with gaps for pending ones', () => {
    const merged = mergeChunks([chunk(0, 1, 9, 9, 8), { index: 1 }, chunk(2, 2, 9, 5, 4)], 2)
    expect(idsOf(merged)).toEqual([9, 8, 5, 4])
    expect(merged.positions).toEqual({
      count: 9,
      ranges: [
        { start: 0, length: 2 },
        { start: 4, length: 2 },
      ],
    })
    expect(merged.chunkOf(5)).toBe(2)
    expect(merged.outdated).toEqual([])
  })

  it('leave out a chunk that was loaded before rows were deleted, so that none is skipped', () => {
    const merged = mergeChunks([chunk(0, 1, 9, 9, 8), chunk(1, 2, 8, 6, 5)], 2)
    expect(merged.outdated).toEqual([0])
    expect(idsOf(merged)).toEqual([6, 5])
    expect(merged.positions?.count).toBe(8)
  })

  it('show no row twice', () => {
    const merged = mergeChunks([chunk(0, 2, 9, 9, 8), chunk(1, 1, 9, 8, 7)], 2)
    expect(merged.outdated).toEqual([1])
    expect(idsOf(merged)).toEqual([9, 8])
  })

  it('are empty as long as none is loaded', () => {
    expect(mergeChunks([{ index: 0 }], 2)).toMatchObject({ count: null, positions: null, rows: [] })
  })
})
