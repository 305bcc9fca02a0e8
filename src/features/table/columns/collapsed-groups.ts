import { createContext } from 'react'
import type { Display } from '#/dataset/answers/display.ts'
import type { ColumnSection, DataColumn } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'

/** A column of the table. One that stands for a collapsed group has the columns of the group. */
export type SizedColumn = DataColumn & {
  /** Pixels. */
  size: number
  collapsedColumns?: readonly DataColumn[]
}

/** The width of a collapsed group in pixels: enough for most names. */
const COLLAPSED_SIZE = 132

interface CollapsedGroups {
  /** Keys of the sections that are collapsed. */
  collapsed: ReadonlySet<string>
  setCollapsed: (key: string, isCollapsed: boolean) => void
}

export const CollapsedGroupsContext = createContext<CollapsedGroups>({ collapsed: new Set(), setCollapsed: () => {} })

/** The sections around a column that can be collapsed, outermost first: groups of the form, or a section of the app. */
export function collapsibleSections({ kind, key, groups }: ColumnSection): ColumnSection[] {
  if (kind === 'frozen' || kind === 'ungrouped') return []
  if (kind !== 'group') return [{ kind, key, groups }]
  return groups.map(({ path }, depth) => ({ kind, key: path, groups: groups.slice(0, depth + 1) }))
}

/** The outermost collapsed section around a column. */
const collapsedSection = ({ section }: DataColumn, collapsed: ReadonlySet<string>) =>
  collapsibleSections(section).find(({ key }) => collapsed.has(key))

/** Whether a section around a column is collapsed. */
export const isCollapsed = (column: DataColumn, collapsed: ReadonlySet<string>) =>
  collapsedSection(column, collapsed) !== undefined

/** Replaces adjacent columns of a collapsed section by one column. */
export function collapseGroups(
  columns: readonly SizedColumn[],
  collapsed: ReadonlySet<string>,
): readonly SizedColumn[] {
  if (collapsed.size === 0) return columns
  const shown: SizedColumn[] = []
  let run: { key: string; columns: DataColumn[] } | null = null
  for (const column of columns) {
    const section = collapsedSection(column, collapsed)
    if (section && section.key === run?.key) {
      run.columns.push(column)
      continue
    }
    run = section ? { key: section.key, columns: [column] } : null
    shown.push(section && run ? { ...column, section, size: COLLAPSED_SIZE, collapsedColumns: run.columns } : column)
  }
  return shown
}

/** The groups of a section as text, for accessible names. */
export function sectionText({ kind, groups }: ColumnSection, { t, language }: Display): string {
  if (kind === 'frozen' || kind === 'ungrouped') return ''
  return kind === 'group' ? groups.map((group) => labelIn(group, language)).join(' › ') : t(`section.${kind}`)
}
