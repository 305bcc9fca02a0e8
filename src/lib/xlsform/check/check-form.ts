import { checkChoices, checkLists } from './check-choices.ts'
import { checkReferences } from './check-references.ts'
import { checkGroups, checkSurvey } from './check-survey.ts'
import { checkTranslations } from './check-translations.ts'
import { checkHeadings, findSheets } from './check-workbook.ts'
import type { Finding, Severity } from './finding.ts'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { tableOf } from './form-table.ts'

/** Sheets whose headings may not occur twice (pyxform, `SUPPORTED_SHEET_NAMES`). */
const READ_SHEETS = new Set(['survey', 'choices', 'settings', 'external_choices', 'osm', 'entities'])

const ORDER: readonly Severity[] = ['import', 'deployment', 'warning']

/**
 * Checks an XLSForm as KPI would: what it refuses to import, what it refuses to deploy, and what people will notice.
 * Findings come in this order, then by sheet and row. A form without findings of the first two kinds may still be refused
 * by ODK Validate, which runs on the server alone.
 */
export function checkForm(sheets: readonly CellSheet[]): Finding[] {
  const { found, findings } = findSheets(sheets)
  const read = sheets.filter((sheet) => READ_SHEETS.has(sheet.name) || sheet === found.survey)
  findings.push(...read.flatMap(checkHeadings))
  const survey = found.survey && tableOf(found.survey)
  const choices = found.choices && tableOf(found.choices)
  const settings = found.settings && tableOf(found.settings)
  if (survey) {
    findings.push(...checkSurvey(survey), ...checkGroups(survey), ...checkLists(survey, choices))
    if (choices) findings.push(...checkChoices(choices, survey, settings))
    findings.push(...checkReferences(survey, choices))
    findings.push(...checkTranslations(choices ? [survey, choices] : [survey], settings))
  }
  const sheetOrder = new Map(sheets.map(({ name }, index) => [name, index]))
  const rank = ({ severity, sheet }: Finding) =>
    ORDER.indexOf(severity) * sheets.length + (sheetOrder.get(sheet) ?? sheets.length)
  return findings.toSorted((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0))
}
