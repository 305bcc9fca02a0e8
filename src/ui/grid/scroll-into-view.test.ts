import { describe, expect, it } from 'vitest'
import { revealed } from './scroll-into-view.ts'

const sight = { offset: 100, length: 300 }

describe('revealed', () => {
  it('stays where all of the item is in sight', () => {
    expect(revealed(sight, { start: 100, size: 300 })).toBe(100)
    expect(revealed(sight, { start: 368, size: 32 })).toBe(100)
  })

  it('goes no further than needed', () => {
    expect(revealed(sight, { start: 84, size: 32 })).toBe(84)
    expect(revealed(sight, { start: 400, size: 32 })).toBe(132)
  })

  it('shows the start of what is larger than the sight', () => {
    expect(revealed(sight, { start: 50, size: 400 })).toBe(50)
    expect(revealed(sight, { start: 150, size: 400 })).toBe(150)
  })
})
