import type { ReactNode } from 'react'

/** What the grid needs to know of a column. */
export interface GridColumn {
  id: string
  /** Pixels. */
  size: number
  /** Adjacent columns with the same key share a section heading. */
  section: { key: string }
  /** Set if this column stands for a collapsed group: the columns of the group. */
  collapsedColumns?: readonly { id: string }[] | undefined
}

/** Rows by index: a full list, or a long one of which only some rows are loaded. */
export interface GridRows<Row> {
  length: number
  /** `undefined` while the row is not loaded. */
  at: (index: number) => Row | undefined
  /** Whether the server sent the row, but in a shape that cannot be parsed. */
  isUnreadable: (index: number) => boolean
}

/** The column before all others: the checkbox of each row, and the button that opens it. */
export const SELECTION_COLUMN = {
  id: '#selection',
  size: 68,
  section: { key: '#selection' },
  collapsedColumns: undefined,
} as const
export type SelectionColumn = typeof SELECTION_COLUMN
export const isSelectionColumn = (column: GridColumn): column is SelectionColumn => column.id === SELECTION_COLUMN.id

/** Index of the first column after the selection column. */
export const FIRST_DATA_COLUMN = 1

/** How many of all rows are selected. */
export type SelectionState = 'all' | 'none' | 'some'

/** Which rows are selected. */
export interface GridSelection<Row> {
  has: (row: Row) => boolean
  set: (rows: readonly Row[], isSelected: boolean) => void
  /** All loaded rows. */
  all: readonly Row[]
  state: SelectionState
}

/** What the grid renders. Keep the object stable between renders: a new one renders every row again. */
export interface GridContent<Row, Column extends GridColumn> {
  sectionHead: (column: Column) => ReactNode
  head: (column: Column) => ReactNode
  /** Looks like `head`, without controls: for columns that only scroll by. */
  headWhileScrolling: (column: Column) => ReactNode
  cell: (column: Column, row: Row) => ReactNode
  /** The grid handles the click, anywhere in the cell. */
  rowCheckbox: (row: Row, isSelected: boolean) => ReactNode
  headerCheckbox: (state: SelectionState) => ReactNode
  /** Opens the row; after its checkbox. */
  openButton: (row: Row) => ReactNode
  /** The cell of a column in the totals row. */
  total: (column: Column) => ReactNode
  /** Which rows the totals cover. */
  totalsLabel: () => ReactNode
  /** Whether the text is aligned to the end of the cell, as numbers are. */
  alignsEnd: (column: Column) => boolean
  /** The column's `aria-sort`; `undefined` if the column cannot be sorted. */
  sortDirection: (column: Column) => 'ascending' | 'descending' | 'none' | undefined
  /** Accessible name of a cell whose row is not loaded. */
  loadingRowLabel: string
  /** Text in a row that is unreadable. */
  unreadableRowLabel: string
  /** Accessible name of a cell that is not loaded while its row is. */
  loadingCellLabel: string
  isCellLoading: (column: Column, row: Row) => boolean
}

/** A scrolling column that is rendered; a subset of TanStack's `VirtualItem`. */
export interface VirtualColumn {
  /** Index among the columns that scroll. */
  index: number
  start: number
  size: number
}

export const ROW_HEIGHT = 32
const SECTION_HEIGHT = 26
export const TOTALS_HEIGHT = 32
export const HEAD_HEIGHT = SECTION_HEIGHT + 46
/** Header rows; `aria-rowindex` counts them. */
export const HEAD_ROWS = 2

/** DOM id of a cell, for `aria-activedescendant`. */
export const cellId = (gridId: string, row: number, column: number) => `${gridId}-${row}-${column}`
