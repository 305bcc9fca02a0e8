import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import type { Display } from '#/dataset/answers/display.ts'
import type { ColumnSection, DataColumn } from '#/dataset/model/columns.ts'
import { matchesSearch } from '#/lib/fold-text.ts'

/** The columns whose label in any language, or whose name, has all words of a search, folded as `foldText` does. */
export function searchColumns(
  all: readonly DataColumn[],
  search: string,
  display: Pick<Display, 't' | 'language' | 'locale'>,
  locale: string,
): DataColumn[] {
  if (search.trim() === '') return [...all]
  return all.filter((column) =>
    matchesSearch([columnName(column, display), column.id, ...labelsOf(column)], search, locale),
  )
}

function labelsOf(column: DataColumn): readonly (string | null)[] {
  if (column.source === 'question' || column.source === 'supplement') return column.question?.labels ?? []
  return column.source === 'repeat' ? column.group.labels : []
}

/** A line of the list: a group with all that is in it, also in groups inside; or one column. */
export interface ColumnLine {
  key: string
  section: ColumnSection
  /** `null` for a group. */
  column: DataColumn | null
  members: string[]
}

/** Columns under their groups, each run of them with a line above. */
export function groupedLines(columns: readonly DataColumn[]): ColumnLine[] {
  const within = new Map<string, string[]>()
  const add = (key: string, id: string) => {
    const members = within.get(key)
    if (members) members.push(id)
    else within.set(key, [id])
  }
  for (const { id, section } of columns) {
    add(section.key, id)
    for (const group of section.groups.slice(0, -1)) add(group.path, id)
  }
  const lines: ColumnLine[] = []
  let section: ColumnSection | null = null
  for (const column of columns) {
    if (column.section.key !== section?.key) {
      section = column.section
      lines.push({ key: `#${lines.length}`, section, column: null, members: within.get(section.key) ?? [] })
    }
    lines.push({ key: column.id, section, column, members: [column.id] })
  }
  return lines
}
