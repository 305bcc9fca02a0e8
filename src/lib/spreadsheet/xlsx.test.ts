import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from './cell.ts'
import { XLSX_LIMITS } from './xlsx-limits.ts'
import { sheetNames } from './xlsx-parts.ts'
import { createWorkbook, TooLargeError } from './xlsx.ts'

async function written(rows: Cell[][], headers = ['one', 'two']) {
  const book = createWorkbook([{ name: 'Sheet', headers }])
  for (const row of rows) book.addRow(0, row)
  const bytes = await book.file().arrayBuffer()
  return {
    sheet: read(bytes, { type: 'array', cellNF: true }).Sheets['Sheet'] ?? {},
    truncatedCount: book.truncatedCount(),
  }
}

describe('createWorkbook', () => {
  it('writes texts, numbers and dates to their cells', async () => {
    const { sheet } = await written([
      ['007', { number: '7.50' }],
      [null, { date: '2026-11-20' }],
      [{ date: '2026-11-20 16:42:05' }, { date: '1899-01-01' }],
      [{ number: '12345678901234567890' }, 'x'],
    ])
    expect(sheet['A2']).toMatchObject({ t: 's', v: '007' })
    expect(sheet['B2']).toMatchObject({ t: 'n', v: 7.5 })
    expect(sheet['A3']).toBeUndefined()
    expect(sheet['B3']).toMatchObject({ t: 'n', w: '2026-11-20' })
    expect(sheet['A4']).toMatchObject({ t: 'n', w: '2026-11-20 16:42:05' })
    expect(sheet['B4']).toMatchObject({ t: 's', v: '1899-01-01' })
    expect(sheet['A5']).toMatchObject({ t: 's', v: '12345678901234567890' }) // a number would lose its last digits
  })

  it('writes texts that look like formulas as texts', async () => {
    const { sheet } = await written([['=1+1', '{=SUM(A1)}']])
    expect(sheet['A2']).toMatchObject({ t: 's', v: '=1+1' })
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false)
  })

  it('is read by another XLSX reader with the same texts', async () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), async (rows) => {
        const { sheet } = await written(rows)
        expect(utils.sheet_to_json(sheet, { header: 1, raw: true }).slice(1)).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  it('truncates texts that are too long for a cell, and counts them', async () => {
    const { sheet, truncatedCount } = await written([['x'.repeat(40_000), 'y']])
    expect(sheet['A2'].v).toHaveLength(32_767)
    expect(truncatedCount).toBe(1)
  })

  it('throws TooLargeError for too many columns', () => {
    const headers = Array.from({ length: XLSX_LIMITS.columns + 1 }, String)
    expect(() => createWorkbook([{ name: 'wide', headers }])).toThrow(TooLargeError)
  })
})

it('sheetNames returns valid and unique names', () => {
  const names = sheetNames(['a/b', 'A b', 'History', '', "'x'", 'W'.repeat(40), 'W'.repeat(40)])
  expect(names).toEqual(['a b', 'A b 2', 'History 2', 'Sheet', 'x', 'W'.repeat(31), `${'W'.repeat(29)} 2`])
})
