import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { startNodeConverter } from './converter.ts'
import { checkFile, disagreement, type FormResult, readForms } from './check-forms.ts'
import { formatFormReport } from './report.ts'
import { checkExactly } from '../../src/lib/xlsform/pyxform/exact-check.ts'
import type { Converter } from '../../src/lib/xlsform/pyxform/converter.ts'

const FORMS = resolve(import.meta.dirname, '../../../shared/forms')
const forms = existsSync(FORMS) ? readForms(FORMS) : []

let convert: Converter
beforeAll(async () => {
  convert = await startNodeConverter()
}, 120_000)

describe.skipIf(forms.length === 0)('What the app foresees is what the server answered', () => {
  test.each(forms)(
    'to $file',
    async (form) => {
      const result = await checkFile(FORMS, form, convert)
      expect(disagreement(result), JSON.stringify(result.texts)).toBeNull()
    },
    60_000,
  )
})

it('Messages name the row of the file, although the server numbers the rows that it keeps', () => {
  const rows = [
    ['type', 'name', 'label'],
    ['', '', ''],
    ['', '', 'a comment, which the server leaves out'],
    ['text', 'a', 'A'],
    ['calculate', 'b', 'B'],
  ]
  expect(checkExactly([{ name: 'survey', rows }], 'Form', convert)).toMatchObject({
    refusedAt: 'deployment',
    errors: [{ text: 'Missing calculation.', sheet: 'survey', row: 5 }],
  })
})

it('A form that the server would not import is not converted', () => {
  const rows = [
    ['type', 'name'],
    ['texxt', 'a'],
  ]
  const result = checkExactly([{ name: 'survey', rows }], 'Form', convert)
  expect(result).toMatchObject({ refusedAt: 'import', errors: [{ text: "unknown type ['texxt']" }] })
})

describe('A disagreement', () => {
  const result: FormResult = {
    file: 'a.xlsx',
    quick: 'none',
    exact: 'none',
    server: 'none',
    texts: { quick: '', exact: '', server: 'Server says no' },
    took: { quick: 1, exact: 1 },
  }
  test.each<[Partial<FormResult>, boolean]>([
    [{}, true],
    [{ server: 'odk' }, true],
    [{ server: 'deployment', exact: 'deployment' }, true],
    [{ server: 'deployment' }, false],
    [{ server: 'import', exact: 'import' }, false],
    [{ quick: 'deployment' }, false],
    [{ exact: 'deployment' }, false],
    [{ server: 'odk', quick: 'import' }, false],
  ])('%j: agrees %s', (change, agrees) => {
    expect(disagreement({ ...result, ...change }) === null).toBe(agrees)
  })

  it('is marked in the report', () => {
    expect(formatFormReport([{ ...result, server: 'deployment' }])).toMatch(
      /✗ sound {2}sound {2}deploy a\.xlsx[^]*Foreseen differently: 1/,
    )
  })
})
