import type { Filter } from '#/demo/records.ts'
import { type Cell, numberCell } from '#/lib/spreadsheet/cell.ts'
import type { NewSheet } from '#/lib/spreadsheet/xlsx.ts'
import { type ExportQuestion, type ExportSheet, exportSheet } from './export-columns.ts'
import { geoJson, kml } from './export-places.ts'
import { type ExportData, languageIn, metadataCells } from './export-rows.ts'

/** The type and the end of the name of each kind of file [1004, 1010-1012, 2233]. */
export const FILES: Record<string, { extension: string; mimetype: string }> = {
  csv: { extension: 'csv', mimetype: 'text/csv' },
  xls: {
    extension: 'xlsx',
    mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  geojson: { extension: 'geojson', mimetype: 'application/geo+json' },
  kml: { extension: 'kml', mimetype: 'application/vnd.google-earth.kml+xml' },
  spss_labels: { extension: 'zip', mimetype: 'application/zip' },
}

/** Makes the file. The code for workbooks and zip files is loaded only then. */
export async function exportFile(data: ExportData): Promise<Blob> {
  switch (data.settings.type) {
    case 'xls':
      return workbook(data)
    case 'geojson':
      return new Blob([JSON.stringify(geoJson(data))])
    case 'kml':
      return new Blob([kml(data)])
    case 'spss_labels':
      return spss(data)
    default:
      return new Blob([csv(data)])
  }
}

/** Semicolons, all cells quoted, UTF-8 [1004]. */
function csv(data: ExportData): string {
  const { sheet, submissions, metadata } = data
  const headings = [...sheet.questions.flatMap((question) => question.headings), ...metadata, '_index']
  const rows = submissions.map((submission, index) => [
    ...cellsOf(sheet.questions, submission),
    ...metadataCells(data, submission),
    String(index + 1),
  ])
  const line = (cells: string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`
  return [headings, ...rows].map(line).join('')
}

const cellsOf = (questions: readonly ExportQuestion[], answers: Filter) =>
  questions.flatMap((question) => question.cells(answers))

const PARENT = ['_index', '_parent_table_name', '_parent_index']
const NUMBERS = new Set(['integer', 'decimal', 'range', 'calculate'])

/** A sheet of submissions, and one for each repeat group, whose rows name the row that they belong to. */
async function workbook(data: ExportData): Promise<Blob> {
  const { createWorkbook } = await import('#/lib/spreadsheet/xlsx.ts')
  const { sheet, submissions, metadata, settings } = data
  const sheets = flatSheets(sheet)
  const file = createWorkbook(
    sheets.map((one, index): NewSheet => {
      const headings = one.questions.flatMap((question) => question.headings)
      const own = index === 0 ? [...metadata, '_index'] : [...PARENT, ...metadata.map((key) => `_submission_${key}`)]
      return { name: one.name, headers: [...headings, ...own] }
    }),
  )
  const counts = sheets.map(() => 0)
  const asCells = (questions: readonly ExportQuestion[], answers: Filter): Cell[] =>
    questions.flatMap((question) =>
      question
        .cells(answers)
        .map((text) => (settings.xls_types_as_text !== true && NUMBERS.has(question.type) ? numberCell(text) : text)),
    )
  const next = (one: ExportSheet) => {
    const at = sheets.indexOf(one)
    counts[at] = (counts[at] ?? 0) + 1
    return { at, index: counts[at] }
  }
  const addEntries = (parent: ExportSheet, parentIndex: number, answers: Filter, submissionCells: string[]) => {
    for (const repeat of parent.repeats) {
      const entries = answers[repeat.path]
      if (!Array.isArray(entries)) continue
      for (const entry of entries as Filter[]) {
        const { at, index } = next(repeat)
        const place = [{ number: String(index) }, parent.name, { number: String(parentIndex) }]
        // With `fields`, the columns of the submission stay empty in these sheets (NOTES, Exports).
        const rest = settings.fields ? submissionCells.map(() => '') : submissionCells
        file.addRow(at, [...asCells(repeat.questions, entry), ...place, ...rest])
        addEntries(repeat, index, entry, submissionCells)
      }
    }
  }
  for (const submission of submissions) {
    const { at, index } = next(sheet)
    const own = metadataCells(data, submission)
    file.addRow(at, [...asCells(sheet.questions, submission), ...own, { number: String(index) }])
    addEntries(sheet, index, submission, own)
  }
  return file.file()
}

const flatSheets = (sheet: ExportSheet): ExportSheet[] => [
  sheet,
  ...sheet.repeats.filter(hasQuestions).flatMap((repeat) => flatSheets(repeat)),
]

const hasQuestions = ({ questions, repeats }: ExportSheet): boolean =>
  questions.length > 0 || repeats.some(hasQuestions)

/** A file of labels for each language of the form. */
async function spss({ content, settings, title }: ExportData): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate')
  const files = (content.translations ?? [null]).map((language): [string, Uint8Array] => {
    const lang = language ?? '_default'
    const sheet = exportSheet(content, languageIn(content, lang), { ...settings, hierarchy_in_labels: false }, title)
    return [`${title} - ${language ?? 'labels'}.sps`, strToU8(labelsOf(sheet.questions))]
  })
  return new Blob([zipSync(Object.fromEntries(files))])
}

function labelsOf(questions: readonly ExportQuestion[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const variables = questions.map(({ name, heading }) => ` /${name} ${quoted(heading)}`)
  const values = questions.flatMap(({ name, choices }) =>
    choices.length === 0
      ? []
      : [` /${name}`, ...choices.map((choice) => ` ${quoted(choice.name)} ${quoted(choice.label)}`)],
  )
  return ['VARIABLE LABELS', ...variables, ' .', 'VALUE LABELS', ...values, ' .', ''].join('\r\n')
}
