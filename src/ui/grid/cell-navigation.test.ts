import { describe, expect, it } from 'vitest'
import { nextCell } from './cell-navigation.ts'

const size = { rows: 100, columns: 20, pageRows: 14, isRtl: false }
const press = (key: string, { ctrl = false, isRtl = false, from = { row: 50, column: 10 } } = {}) =>
  nextCell(from, { key, ctrl }, { ...size, isRtl })

describe('nextCell', () => {
  it.each([
    ['ArrowUp', { row: 49, column: 10 }],
    ['ArrowDown', { row: 51, column: 10 }],
    ['ArrowLeft', { row: 50, column: 9 }],
    ['ArrowRight', { row: 50, column: 11 }],
    ['Home', { row: 50, column: 0 }],
    ['End', { row: 50, column: 19 }],
    ['PageUp', { row: 36, column: 10 }],
    ['PageDown', { row: 64, column: 10 }],
  ])('%s moves the cell', (key, to) => {
    expect(press(key)).toEqual(to)
  })

  it.each([
    ['Home', { row: 0, column: 0 }],
    ['End', { row: 99, column: 19 }],
    ['ArrowUp', { row: 0, column: 10 }],
    ['ArrowDown', { row: 99, column: 10 }],
    ['ArrowLeft', { row: 50, column: 0 }],
    ['ArrowRight', { row: 50, column: 19 }],
  ])('Control and %s move to the edge', (key, to) => {
    expect(press(key, { ctrl: true })).toEqual(to)
  })

  it('swaps the left and right arrows in a right-to-left grid', () => {
    expect(press('ArrowLeft', { isRtl: true })).toEqual({ row: 50, column: 11 })
    expect(press('ArrowRight', { isRtl: true })).toEqual({ row: 50, column: 9 })
    expect(press('ArrowLeft', { isRtl: true, ctrl: true })).toEqual({ row: 50, column: 19 })
    expect(press('Home', { isRtl: true })).toEqual({ row: 50, column: 0 })
  })

  it('stops at the edges', () => {
    expect(press('ArrowUp', { from: { row: 0, column: 0 } })).toEqual({ row: 0, column: 0 })
    expect(press('PageDown', { from: { row: 95, column: 0 } })).toEqual({ row: 99, column: 0 })
    expect(press('ArrowRight', { from: { row: 0, column: 19 } })).toEqual({ row: 0, column: 19 })
  })

  it('returns null for other keys', () => {
    expect(press('Tab')).toBeNull()
    expect(press('a')).toBeNull()
  })
})
