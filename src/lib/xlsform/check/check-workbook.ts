import type { Finding } from './finding.ts'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'

const FORM_SHEETS = ['survey', 'choices', 'settings'] as const

/** The sheets that KPI reads, by the name under which it reads them. */
export interface FormSheets {
  survey?: CellSheet
  choices?: CellSheet
  settings?: CellSheet
}

/**
 * Finds the sheets of a form. KPI reads `library` as `survey`, and the only sheet of a workbook whatever its name [0220-g].
 * Other capitals are another sheet for KPI when it imports, and the same when it deploys [2471].
 */
export function findSheets(sheets: readonly CellSheet[]): { found: FormSheets; findings: Finding[] } {
  const byName = (name: string) => sheets.find((sheet) => sheet.name === name)
  const survey = byName('survey') ?? byName('library') ?? (sheets.length === 1 ? sheets[0] : undefined)
  const [choices, settings] = [byName('choices'), byName('settings')]
  const found = { ...(survey && { survey }), ...(choices && { choices }), ...(settings && { settings }) }
  const findings: Finding[] = []
  if (!survey) {
    const names = sheets.map(({ name }) => name).join(', ')
    findings.push({ code: 'noSurveySheet', severity: 'import', sheet: sheets[0]?.name ?? '', values: { names } })
  }
  if (byName('survey') && byName('library')) {
    findings.push({ code: 'twoFormSheets', severity: 'import', sheet: 'library', values: {} })
  }
  for (const { name } of sheets) {
    const meant = FORM_SHEETS.find((formSheet) => name.trim().toLowerCase() === formSheet && name !== formSheet)
    if (!meant || !survey) continue
    const clashes = meant === 'survey' || found[meant] !== undefined
    findings.push({
      code: clashes ? 'sheetNameInCapitals' : 'similarSheetName',
      severity: clashes ? 'deployment' : 'warning',
      sheet: name,
      values: { name: meant },
    })
  }
  return { found, findings }
}

/** Headings that occur twice in a sheet, with which KPI imports nothing [2466]. */
export function checkHeadings({ name: sheet, rows }: CellSheet): Finding[] {
  const first = new Map<string, number>()
  return (rows[0] ?? []).flatMap((cell, column): Finding[] => {
    const heading = cell.trim().replaceAll(/ +/g, ' ')
    if (heading === '') return []
    const before = first.get(heading)
    if (before === undefined) {
      first.set(heading, column)
      return []
    }
    return [{ code: 'duplicateHeading', severity: 'import', sheet, row: 1, column, values: { heading } }]
  })
}
