import type { Finding } from './finding.ts'
import { cellOf, type FormTable } from './form-table.ts'

/** Columns whose missing texts collectors would see in another language. */
const TRANSLATED = ['label', 'hint', 'constraint_message', 'required_message']

/** Texts that are there in one language and missing in another, a finding for each column; and the default language [2467]. */
export function checkTranslations(tables: readonly FormTable[], settings: FormTable | undefined): Finding[] {
  const languages = new Set<string>()
  for (const { headings } of tables) {
    for (const { language } of headings) if (typeof language === 'string') languages.add(language)
  }
  const findings: Finding[] = []
  const defaultLanguage = settings?.lines[0] && cellOf(settings.lines[0], 'default_language')
  if (settings && defaultLanguage && languages.size > 0 && !languages.has(defaultLanguage.text)) {
    const place = { sheet: settings.sheet, row: settings.lines[0]?.row ?? 2, column: defaultLanguage.column }
    const values = { language: defaultLanguage.text, known: [...languages].join(', ') }
    findings.push({ code: 'unknownDefaultLanguage', severity: 'import', ...place, values })
  }
  for (const { sheet, headings, lines } of tables) {
    for (const name of TRANSLATED) {
      const columns = headings.filter((heading) => heading.name === name)
      if (columns.length < 2) continue
      for (const { column, language, text } of columns) {
        const missing = lines.filter(({ cells }) => {
          const filled = cells.get(name)
          return filled !== undefined && !filled.some((cell) => cell.column === column)
        })
        const [first] = missing
        if (!first) continue
        const values = { count: missing.length, language: language ?? text, heading: text, first: first.row }
        const rows = missing.map(({ row }) => row)
        findings.push({ code: 'translationsMissing', severity: 'warning', sheet, column, row: first.row, rows, values })
      }
    }
  }
  return findings
}
