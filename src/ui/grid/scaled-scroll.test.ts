import { describe, expect, it } from 'vitest'
import { drawnHeight, TALLEST, toRows, toScrolled } from './scaled-scroll.ts'

const SIGHT = 600

describe('a scroll through few rows', () => {
  const sizes = { whole: 32_000, sight: SIGHT }

  it('goes as far as the browser does', () => {
    expect(drawnHeight(sizes.whole)).toBe(32_000)
    expect([0, 500, 31_400].map((scrolled) => toRows(scrolled, sizes))).toEqual([0, 500, 31_400])
    expect([0, 500, 31_400].map((down) => toScrolled(down, sizes))).toEqual([0, 500, 31_400])
  })

  it('has no way where all of them are in sight', () => {
    expect(toRows(0, { whole: 64, sight: SIGHT })).toBe(0)
    expect(toScrolled(32, { whole: 64, sight: SIGHT })).toBe(0)
  })
})

describe('a scroll through a million rows', () => {
  const sizes = { whole: 32_000_000, sight: SIGHT }

  it('is no longer than browsers can draw, and reaches the very last', () => {
    expect(drawnHeight(sizes.whole)).toBe(TALLEST)
    expect(toRows(TALLEST - SIGHT, sizes)).toBe(32_000_000 - SIGHT)
    expect(toScrolled(32_000_000 - SIGHT, sizes)).toBe(TALLEST - SIGHT)
  })

  it('is pixel by pixel near both ends', () => {
    expect(toRows(1000, sizes)).toBe(1000)
    expect(toRows(TALLEST - SIGHT - 1000, sizes)).toBe(32_000_000 - SIGHT - 1000)
  })

  it('leads back to where it came from', () => {
    for (const down of [0, 999_999, 1_000_001, 16_000_000, 30_999_000, 31_500_000]) {
      expect(toRows(toScrolled(down, sizes), sizes)).toBeCloseTo(down, 3)
    }
  })
})
