import { createContext, type ReactNode } from 'react'
import type { ColumnLayout } from '#/dataset/model/column-order.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'

/** An action on a column. */
export interface ColumnMenuItem {
  key: string
  label: string
  icon?: ReactNode
  isDisabled?: boolean
  /** Whether it changes the width or position of the column: these are in a submenu. */
  isLayout?: boolean
  onSelect: () => void
}

/** Further items of a column's menu. */
export type ColumnMenuItems = (column: DataColumn) => readonly ColumnMenuItem[]
export const ColumnMenuItemsContext = createContext<ColumnMenuItems>(() => [])

/** Opens the filter with a new condition for a column; `null` if there is no filter. */
export const FilterByContext = createContext<((field: string) => void) | null>(null)

/** Changes which columns the table shows, and their order. */
export const SetLayoutContext = createContext<(layout: ColumnLayout) => void>(() => {})

interface OpenColumnMenu {
  /** The column whose menu is open. */
  id: string | null
  open: (id: string) => void
  close: () => void
  /** Copies all cells of a column. */
  copy: (column: DataColumn) => void
}

export const OpenColumnMenuContext = createContext<OpenColumnMenu>({
  id: null,
  open: () => {},
  close: () => {},
  copy: () => {},
})
