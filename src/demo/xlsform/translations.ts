import type { FormRow } from '#/demo/records.ts'
import { type Column, parseHeading } from './columns.ts'
import type { SheetRow } from './sheets.ts'

export interface Languages {
  /** The default language first. `null`: a language without a name. */
  translations: (string | null)[]
  /** Columns whose cells are lists, parallel to `translations`. */
  translated: string[]
  columns: Map<string, Column>
}

/** Which languages the sheets have, in the order in which their columns first appear. */
export function languagesOf(rows: SheetRow[], defaultLanguage?: string): Languages {
  const columns = new Map<string, Column>()
  for (const row of rows) {
    for (const heading of Object.keys(row)) if (!columns.has(heading)) columns.set(heading, parseHeading(heading))
  }
  const named = new Set([...columns.values()].filter(({ language }) => typeof language === 'string').map(byName))
  const translated = new Set<string>()
  const translations = new Set<string | null>()
  for (const [heading, column] of columns) {
    const inLanguage = column.language !== undefined ? column : named.has(column.name) && { ...column, language: null }
    if (!inLanguage) continue
    columns.set(heading, inLanguage)
    translated.add(column.name)
    translations.add(inLanguage.language ?? null)
  }
  const order = [...translations]
  if (defaultLanguage !== undefined && translations.has(defaultLanguage)) {
    order.sort((one, other) => Number(other === defaultLanguage) - Number(one === defaultLanguage))
  }
  return { translations: order, translated: [...translated].sort(), columns }
}

const byName = ({ name }: Column) => name

/** A row with its translated cells gathered into lists; `null` where a language has nothing [0262]. */
export function gatherTranslations(row: SheetRow, { translations, columns }: Languages): FormRow {
  const gathered: FormRow = {}
  for (const [heading, cell] of Object.entries(row)) {
    const { name, language } = columns.get(heading) ?? { name: heading }
    if (language === undefined) {
      gathered[name] = cell
      continue
    }
    const texts = Array.isArray(gathered[name]) ? gathered[name] : translations.map(() => null)
    texts[translations.indexOf(language)] = cell
    gathered[name] = texts
  }
  return gathered
}
