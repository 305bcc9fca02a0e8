import type { FormContent, FormRow } from './form-content.ts'
import type { SheetRow, Sheets } from './sheets.ts'

interface SheetOptions {
  title: string
  /** Whether rows without a name get the one that KPI made, as in the form that it deploys. */
  withMadeNames?: boolean
}

/** The sheets of a form, one row for each row of its content. The reverse of `toContent`. */
export function toSheets(
  { survey, choices = [], settings, translations }: FormContent,
  { title, withMadeNames = false }: SheetOptions,
): Sheets {
  const languages = translations ?? []
  const madeName = (name: string | undefined): SheetRow => (withMadeNames && name !== undefined ? { name } : {})
  return {
    survey: survey.map((row) => ({ ...typeCell(row), ...cellsOf(row, languages), ...madeName(row.$autoname) })),
    ...(choices.length > 0 && {
      choices: choices.map((row) => ({
        list_name: row.list_name ?? '',
        ...cellsOf(row, languages),
        ...madeName(row.$autovalue),
      })),
    }),
    settings: [{ form_title: title, ...cellsOf(settings, []) }],
  }
}

function typeCell({ type = '', select_from_list_name: list, file, _or_other: orOther }: FormRow): SheetRow {
  const parts = [type, list, typeof file === 'string' ? file : undefined, orOther === true ? 'or_other' : undefined]
  return { type: parts.filter(Boolean).join(' ') }
}

const IN_TYPE = new Set(['type', 'select_from_list_name', 'file', '_or_other', 'list_name'])

function cellsOf(row: FormRow, languages: readonly (string | null)[]): SheetRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (column.startsWith('$') || IN_TYPE.has(column) || value === undefined || value === null) return []
      if (!Array.isArray(value)) return [[column, textOf(value)]]
      if (column === 'tags') return [['hxl', value.map((tag) => textOf(tag).replace(/^hxl:/, '')).join(' ')]]
      return value.flatMap((text: unknown, at) => {
        const language = languages[at]
        return text === null ? [] : [[language ? `${column}::${language}` : column, textOf(text)]]
      })
    }),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
