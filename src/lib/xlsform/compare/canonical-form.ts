import { closesGroup, opensGroup } from '#/lib/xlsform/question-types.ts'

/** A form as the API gives it: `content` of an asset or of a version [0340, 0362]. */
export interface ComparableForm {
  survey: readonly ComparableRow[]
  choices?: readonly ComparableRow[] | null | undefined
  settings?: object | null | undefined
  translations?: readonly (string | null)[] | null | undefined
}

/** A row of the survey or of the choices. The columns differ from form to form. */
export type ComparableRow = Readonly<Record<string, unknown>>

/** The cells of a row. Empty cells are absent, and everything is text. */
export interface RowCells {
  cells: Record<string, string>
  /** By column, then by language. The language without a name is `''`. */
  texts: Record<string, Record<string, string>>
}

/** A question, or a group with what is in it. */
export interface CanonicalRow extends RowCells {
  /** The name in answers: the form's own, or else the one that KPI made. */
  name: string
  children: CanonicalRow[]
}

export interface CanonicalChoice extends RowCells {
  /** The value in answers. */
  name: string
}

/** A form without what makes no difference: identifiers, made names, empty cells, spellings of yes and no. */
export interface CanonicalForm {
  /** The default language first; `''` is the language without a name. */
  languages: string[]
  survey: CanonicalRow[]
  choices: Record<string, CanonicalChoice[]>
  settings: Record<string, string>
}

/** Columns that are texts for people, translated or not. */
const TEXT_COLUMN = /^(label|hint|guidance_hint|constraint_message|required_message|media::.*|.*::media)$/
const YES_NO_COLUMNS = new Set(['required', 'read_only', '_or_other'])
const NOT_CELLS = new Set(['name', 'list_name'])

const isTextColumn = (column: string) => TEXT_COLUMN.test(column)
export const isGroup = ({ cells }: RowCells) => opensGroup(cells['type'])

/** The languages of a form; a form without any has the one without a name. */
function languagesOf({ translations }: Pick<ComparableForm, 'translations'>): string[] {
  const languages = [...new Set((translations ?? []).map((language) => language ?? ''))]
  return languages.length > 0 ? languages : ['']
}

/** The form without what makes no difference. Two forms are the same if their canonical forms are equal. */
export function canonicalForm(form: ComparableForm): CanonicalForm {
  const root: CanonicalRow[] = []
  const open: CanonicalRow[][] = [root]
  for (const row of form.survey) {
    const type = textOf(row['type'])
    if (closesGroup(type)) {
      if (open.length > 1) open.pop()
      continue
    }
    const canonical = { name: nameOf(row, '$autoname'), ...cellsOf(row, form), children: [] }
    open.at(-1)?.push(canonical)
    if (opensGroup(type)) open.push(canonical.children)
  }
  const choices = new Map<string, CanonicalChoice[]>()
  for (const row of form.choices ?? []) {
    const list = textOf(row['list_name'])
    const canonical = { name: nameOf(row, '$autovalue'), ...cellsOf(row, form) }
    const choicesOfList = choices.get(list)
    if (choicesOfList) choicesOfList.push(canonical)
    else choices.set(list, [canonical])
  }
  return {
    languages: languagesOf(form),
    survey: root,
    choices: Object.fromEntries(choices),
    settings: plainCells(Object.entries(form.settings ?? {})),
  }
}

const nameOf = (row: ComparableRow, made: string) => textOf(row['name']) || textOf(row[made])

function cellsOf(row: ComparableRow, { translations }: ComparableForm): RowCells {
  const named = translations?.length ? translations : [null]
  const columns = Object.entries(row).filter(([column]) => !column.startsWith('$') && !NOT_CELLS.has(column))
  const isText = ([column, value]: [string, unknown]) =>
    column !== 'tags' && (isTextColumn(column) || (Array.isArray(value) && value.every(isTextOrNull)))
  const texts: RowCells['texts'] = {}
  for (const [column, value] of columns.filter(isText)) {
    // A column that is not translated is in the default language.
    const inOrder: unknown[] = Array.isArray(value) ? value : [value]
    const byLanguage = Object.fromEntries(
      inOrder.flatMap((text, index) => {
        return index < named.length && textOf(text) !== '' ? [[named[index] ?? '', textOf(text)]] : []
      }),
    )
    if (Object.keys(byLanguage).length > 0) texts[column] = byLanguage
  }
  return { cells: plainCells(columns.filter((column) => !isText(column))), texts }
}

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string'

const plainCells = (cells: readonly [string, unknown][]): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap(([column, value]) => {
      const text = YES_NO_COLUMNS.has(column) ? yesNo(textOf(value)) : textOf(value)
      return text === '' ? [] : [[column, text]]
    }),
  )

/** The spellings that KPI reads as yes and no; an expression stays as it is [0262]. */
function yesNo(text: string): string {
  if (/^(yes|true|true\(\))$/i.test(text.trim())) return 'yes'
  return /^(no|false|false\(\))$/i.test(text.trim()) ? '' : text
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
    ? value.join(' ')
    : JSON.stringify(value)
}
