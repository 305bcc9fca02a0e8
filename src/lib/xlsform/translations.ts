import type { FormRow } from './form-content.ts'
import { type Column, parseHeading } from './columns.ts'
import type { SheetRow } from './sheets.ts'

export interface Languages {
  /** The default language first. `null` is the language without a name. */
  translations: (string | null)[]
  /** Columns whose cells are lists, in the order of `translations`. */
  translated: string[]
  columns: Map<string, Column>
}

/** The languages of the sheets, in the order in which their columns first appear. */
export function languagesOf(rows: SheetRow[], defaultLanguage?: string): Languages {
  const columns = new Map<string, Column>()
  for (const row of rows) {
    for (const heading of Object.keys(row)) if (!columns.has(heading)) columns.set(heading, parseHeading(heading))
  }
  const namedColumns = new Set([...columns.values()].filter(({ language }) => typeof language === 'string').map(byName))
  const translated = new Set<string>()
  const translations = new Set<string | null>()
  for (const [heading, column] of columns) {
    const inLanguage =
      column.language !== undefined ? column : namedColumns.has(column.name) && { ...column, language: null }
    if (!inLanguage) continue
    columns.set(heading, inLanguage)
    translated.add(column.name)
    translations.add(inLanguage.language ?? null)
  }
  const order = [...translations]
  if (defaultLanguage !== undefined && translations.has(defaultLanguage)) {
    order.sort((first, second) => Number(second === defaultLanguage) - Number(first === defaultLanguage))
  }
  return { translations: order, translated: [...translated].sort(), columns }
}

const byName = ({ name }: Column) => name

/** Collects the translations of each cell into a list, with `null` for a missing translation [0262]. */
export function collectTranslations(row: SheetRow, { translations, columns }: Languages): FormRow {
  const collected: FormRow = {}
  for (const [heading, cell] of Object.entries(row)) {
    const { name, language } = columns.get(heading) ?? { name: heading }
    if (language === undefined) {
      collected[name] = cell
      continue
    }
    const texts = Array.isArray(collected[name]) ? collected[name] : translations.map(() => null)
    texts[translations.indexOf(language)] = cell
    collected[name] = texts
  }
  return collected
}
