import { createContext, type ReactNode } from 'react'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'

/** One thing that can be done with a column. */
interface ColumnMenuItem {
  key: string
  label: string
  icon?: ReactNode
  isDisabled?: boolean
  onSelect: () => void
}

/** What else can be done with a column, below what its menu always has. */
export type ColumnMenuItems = (column: SubmissionColumn) => readonly ColumnMenuItem[]
export const ColumnMenuItemsContext = createContext<ColumnMenuItems>(() => [])

/** Opens the filter with a line for a column; `null` where nothing can be filtered. */
export const FilterByContext = createContext<((field: string) => void) | null>(null)

interface OpenColumnMenu {
  /** The column whose menu is open. */
  id: string | null
  open: (id: string) => void
  close: () => void
  copy: (column: SubmissionColumn) => void
}

export const OpenColumnMenuContext = createContext<OpenColumnMenu>({
  id: null,
  open: () => {},
  close: () => {},
  copy: () => {},
})
