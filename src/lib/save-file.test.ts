import { describe, expect, it } from 'vitest'
import { toFileName } from './save-file.ts'

describe('toFileName', () => {
  it.each([
    ['Household survey, 2026', 'Household survey, 2026.xlsx'],
    ['a/b\\c: "d" <e>|f?*', 'a b c d e f.xlsx'],
    ['مسح الأسر', 'مسح الأسر.xlsx'],
    ['line\nbreak\tand \u0000 more', 'line break and more.xlsx'],
    ['???', 'form.xlsx'],
  ])('makes of %j the name %s', (title, name) => {
    expect(toFileName(title, 'xlsx')).toBe(name)
  })

  it('keeps names short enough for every file system', () => {
    expect(toFileName('x'.repeat(500), 'xlsx').length).toBeLessThan(130)
  })
})
