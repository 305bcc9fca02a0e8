import { type CanonicalChoice, type CanonicalForm, type CanonicalRow, isGroup } from './canonical-form.ts'
import type { GroupPlace, RowPlace } from './difference.ts'

/** A row of a form, in the order of the form, with a key that no other row of the form has. */
export interface KeyedRow {
  key: string
  row: CanonicalRow
  parent: KeyedRow | null
  path: string
  isGroup: boolean
  /** Its index in the whole form. */
  index: number
}

/** All rows in the form's order, groups before what is in them. */
export function keyedRows({ survey }: Pick<CanonicalForm, 'survey'>): KeyedRow[] {
  const rows: KeyedRow[] = []
  const uniqueKey = keyMaker()
  const add = (row: CanonicalRow, parent: KeyedRow | null) => {
    const path = parent ? `${parent.path}/${row.name}` : row.name
    const keyed: KeyedRow = { key: uniqueKey(path), row, parent, path, isGroup: isGroup(row), index: rows.length }
    rows.push(keyed)
    for (const child of row.children) add(child, keyed)
  }
  for (const row of survey) add(row, null)
  return rows
}

/** The keys of the choices of a list. A name that occurs twice has two keys. */
export function choiceKeys(choices: readonly CanonicalChoice[]): string[] {
  const uniqueKey = keyMaker()
  return choices.map(({ name }) => uniqueKey(name))
}

/** Makes a key of each text: the text, and its count from the second time on. */
function keyMaker() {
  const counts = new Map<string, number>()
  return (text: string) => {
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return count === 1 ? text : `${text}\n${count}`
  }
}

/** The text of the default language; else of the first that has one; else the name. */
export function labelOf({ name, texts }: CanonicalChoice | CanonicalRow, languages: readonly string[]): string {
  const labels = texts['label'] ?? {}
  return languages.map((language) => labels[language]?.trim()).find(Boolean) ?? name
}

export function placeOf({ row, path, parent }: KeyedRow, languages: readonly string[]): RowPlace {
  const groups: GroupPlace[] = []
  for (let group = parent; group; group = group.parent) {
    const isRepeat = group.row.cells['type'] === 'begin_repeat'
    groups.unshift({ path: group.path, label: labelOf(group.row, languages), isRepeat })
  }
  return { path, name: row.name, type: row.cells['type'] ?? '', label: labelOf(row, languages), groups }
}
