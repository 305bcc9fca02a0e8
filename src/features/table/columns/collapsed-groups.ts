import { createContext } from 'react'
import { labelIn } from '#/api/kpi/form/questions.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { ColumnSection, SubmissionColumn } from '#/dataset/model/columns.ts'

/** A column of the table; one that stands for a folded group has its columns in `folds`. */
export type SizedColumn = SubmissionColumn & { size: number; folds?: readonly SubmissionColumn[] }

/** How wide what is folded is, in pixels: its group's name is mostly to be read. */
const FOLDED_SIZE = 132

interface Folding {
  /** Keys of the groups that are folded. */
  folded: ReadonlySet<string>
  fold: (key: string, isFolded: boolean) => void
}

export const FoldingContext = createContext<Folding>({ folded: new Set(), fold: () => {} })

/** What can be folded around a column, the outermost first: groups of the form, or a heading of ours. */
export function foldsAround({ kind, key, groups }: ColumnSection): ColumnSection[] {
  if (kind === 'frozen' || kind === 'ungrouped') return []
  if (kind !== 'group') return [{ kind, key, groups }]
  return groups.map(({ path }, depth) => ({ kind, key: path, groups: groups.slice(0, depth + 1) }))
}

/** The outermost folded group around a column. */
const foldedAround = ({ section }: SubmissionColumn, folded: ReadonlySet<string>) =>
  foldsAround(section).find(({ key }) => folded.has(key))

/** Whether a group around a column is folded. */
export const isFolded = (column: SubmissionColumn, folded: ReadonlySet<string>) =>
  foldedAround(column, folded) !== undefined

/** The columns with one in place of each run of neighbours whose group is folded. */
export function withFolds(columns: readonly SizedColumn[], folded: ReadonlySet<string>): readonly SizedColumn[] {
  if (folded.size === 0) return columns
  const shown: SizedColumn[] = []
  let run: { key: string; folds: SubmissionColumn[] } | null = null
  for (const column of columns) {
    const section = foldedAround(column, folded)
    if (section && section.key === run?.key) {
      run.folds.push(column)
      continue
    }
    run = section ? { key: section.key, folds: [column] } : null
    shown.push(section && run ? { ...column, section, size: FOLDED_SIZE, folds: run.folds } : column)
  }
  return shown
}

/** The groups around a run of columns in one line, for the name of a control. */
export function sectionText({ kind, groups }: ColumnSection, { t, language }: Display): string {
  if (kind === 'frozen' || kind === 'ungrouped') return ''
  return kind === 'group' ? groups.map((group) => labelIn(group, language)).join(' › ') : t(`section.${kind}`)
}
