import { describe, expect, it } from 'vitest'
import { MAX_SCROLL_HEIGHT, scaledHeight, toContentOffset, toScrollTop } from './scaled-scroll.ts'

const viewportHeight = 600

describe('content that the browser can lay out', () => {
  const sizes = { contentHeight: 32_000, viewportHeight }

  it('is not scaled', () => {
    expect(scaledHeight(sizes.contentHeight)).toBe(32_000)
    expect([0, 500, 31_400].map((scrollTop) => toContentOffset(scrollTop, sizes))).toEqual([0, 500, 31_400])
    expect([0, 500, 31_400].map((offset) => toScrollTop(offset, sizes))).toEqual([0, 500, 31_400])
  })

  it('does not scroll if it is shorter than the viewport', () => {
    expect(toContentOffset(0, { contentHeight: 64, viewportHeight })).toBe(0)
    expect(toScrollTop(32, { contentHeight: 64, viewportHeight })).toBe(0)
  })
})

describe('content of a million rows', () => {
  const sizes = { contentHeight: 32_000_000, viewportHeight }

  it('is as tall as the browser can lay out, and scrolls to the last row', () => {
    expect(scaledHeight(sizes.contentHeight)).toBe(MAX_SCROLL_HEIGHT)
    expect(toContentOffset(MAX_SCROLL_HEIGHT - viewportHeight, sizes)).toBe(32_000_000 - viewportHeight)
    expect(toScrollTop(32_000_000 - viewportHeight, sizes)).toBe(MAX_SCROLL_HEIGHT - viewportHeight)
  })

  it('is not scaled near both ends', () => {
    expect(toContentOffset(1000, sizes)).toBe(1000)
    expect(toContentOffset(MAX_SCROLL_HEIGHT - viewportHeight - 1000, sizes)).toBe(32_000_000 - viewportHeight - 1000)
  })

  it('converts an offset to scrollTop and back without loss', () => {
    for (const offset of [0, 999_999, 1_000_001, 16_000_000, 30_999_000, 31_500_000]) {
      expect(toContentOffset(toScrollTop(offset, sizes), sizes)).toBeCloseTo(offset, 3)
    }
  })
})
