import { describe, expect, it } from 'vitest'
import { median, percentile, table } from './results.ts'

describe('results', () => {
  it('have a median', () => {
    expect([median([9, 1, 5]), median([4, 1, 2, 3]), median([7])]).toEqual([5, 2.5, 7])
  })

  it('have percentiles', () => {
    const values = Array.from({ length: 20 }, (_, at) => at + 1)
    expect([percentile(values, 0.95), percentile(values, 1), percentile([3], 0.95)]).toEqual([19, 20, 3])
  })

  it('are compared with their limits', () => {
    const text = table([
      { name: 'a', value: 12.345, unit: 'ms', limit: 12 },
      { name: 'b', value: 1234.5, unit: 'kB', limit: null },
    ])
    expect(text).toContain('| a | 12.35 | ms | 12 | **no** |')
    expect(text).toContain('| b | 1235 | kB |  |  |')
  })
})
