import { describe, expect, it } from 'vitest'
import { offsetToReveal } from './scroll-into-view.ts'

const viewport = { offset: 100, size: 300 }

describe('offsetToReveal', () => {
  it('keeps the offset if the whole item is visible', () => {
    expect(offsetToReveal(viewport, { start: 100, size: 300 })).toBe(100)
    expect(offsetToReveal(viewport, { start: 368, size: 32 })).toBe(100)
  })

  it('scrolls no further than needed', () => {
    expect(offsetToReveal(viewport, { start: 84, size: 32 })).toBe(84)
    expect(offsetToReveal(viewport, { start: 400, size: 32 })).toBe(132)
  })

  it('shows the start of an item that is larger than the viewport', () => {
    expect(offsetToReveal(viewport, { start: 50, size: 400 })).toBe(50)
    expect(offsetToReveal(viewport, { start: 150, size: 400 })).toBe(150)
  })
})
