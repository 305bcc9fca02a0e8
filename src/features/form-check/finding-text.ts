import { useTranslation } from 'react-i18next'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { columnName, isError, rowsOf, type ShownFinding } from './shown-finding.ts'

interface FindingTexts {
  title: string
  /** What it means, and what to do. */
  explanation: string
  /** A name that was probably meant. */
  hint: string | null
  /** Sheet, row, column. */
  place: string
}

/** More row numbers than these are not listed. */
const LISTED_ROWS = 3

/** Gives the texts of a finding. */
export function useFindingTexts(sheets: readonly CellSheet[]): (finding: ShownFinding) => FindingTexts {
  const { t } = useTranslation('form-check')
  const format = useFormat()
  return (finding) => {
    const { sheet: name, column, code, values } = finding
    const sheet = sheets.find((one) => one.name === name)
    const rows = rowsOf(finding)
    const numbers = rows.slice(0, LISTED_ROWS).map((row) => format.number(row))
    const place = [
      name,
      rows.length > LISTED_ROWS
        ? t('place.manyRows', { rows: numbers.join(', ') })
        : rows.length > 0 && t('place.rows', { count: rows.length, rows: format.list(numbers) }),
      sheet && column !== undefined && t('place.column', { column: columnName(sheet, column) }),
    ]
    const likely = 'likely' in values ? values['likely'] : undefined
    const isWarningOfServer = code === 'converter' && !isError(finding)
    return {
      title: t(`finding.${code}.title`, { ...values, sheet: name }),
      explanation: isWarningOfServer ? t('exact.warning') : t(`finding.${code}.text`, { ...values, sheet: name }),
      hint: likely === undefined ? null : t('likely', { name: likely }),
      place: place.filter(Boolean).join(' · '),
    }
  }
}
