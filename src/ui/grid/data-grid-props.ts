import type { ClipboardEvent, ReactNode, RefObject } from 'react'
import type { GridCell } from './cell-navigation.ts'
import type { GridRange } from './cell-range.ts'
import type { GridColumn, GridContent, GridRows, GridSelection } from './grid-types.ts'

export interface DataGridProps<Row, Column extends GridColumn> {
  /** The grid element takes the focus itself. Focus it again after a menu or panel closes. */
  ref: RefObject<HTMLDivElement | null>
  label: string
  content: GridContent<Row, Column>
  rows: GridRows<Row>
  rowKey: (row: Row) => string | number
  selection: GridSelection<Row>
  /** Columns that stay visible during horizontal scrolling, after the selection column. */
  frozen: readonly Column[]
  /** Columns that scroll. */
  columns: readonly Column[]
  isRtl: boolean
  /** Other rows are loading. */
  busy: boolean
  /** Identifies the list of rows. A new key scrolls to the top; `null` keeps the position while old rows stay visible. */
  resetKey: string | null
  /** Index of the row that is open in a panel. */
  openRow: number | null
  onOpen: (row: Row, how: 'keyboard' | 'mouse') => void
  /** Enter on a cell. Returns false if the cell has no action of its own; then the row opens. */
  onEnter: (column: Column, row: Row) => boolean
  /** F2 on a cell. */
  onEdit: (column: Column, row: Row) => void
  onEscape: (() => void) | undefined
  /** Opens the menu of the column. */
  onColumnMenu: (column: Column) => void
  /** Opens the menu of a row. */
  onRowMenu: (request: RowMenuRequest<Row, Column>) => void
  onCopy: (range: GridRange, event: ClipboardEvent) => void
  /** Rendered after the grid, with its current state. */
  children: (state: GridState) => ReactNode
  /** Called with the first and last visible row. Keep it stable between renders. */
  onVisibleRowsChange?: (first: number, last: number) => void
  /** Called with the first and last visible index of `columns`; a new function is called at once. */
  onVisibleColumnsChange?: (first: number, last: number) => void
  /** The grid moves to this cell each time the store notifies. */
  scrollTarget?: ScrollTargetStore
  /** Ctrl+F, F3, Shift+F3. Returns false to leave the key to the browser. */
  onFind?: (command: FindKey) => boolean
  /** Cells that match the search, by row key and column id. */
  highlights?: GridHighlights | null
}

/** The menu of a row is to open: by a right click on one of its cells, or by a key. */
export interface RowMenuRequest<Row, Column> {
  row: Row
  cell: GridCell
  /** The column of the cell; `null` for the selection column. */
  column: Column | null
  /** The selected range, if the cell is in it. */
  range: GridRange | null
  /** Pixels from the corner of the viewport. */
  position: { x: number; y: number }
}

export type FindKey = 'open' | 'next' | 'previous'

/** A cell to move to. */
export interface GridScrollTarget {
  row: number
  /** Column id; the active column by default. */
  column?: string
  /** Leaves the focus where it is. By default the grid takes it. */
  keepsFocus?: boolean
}

interface ScrollTargetStore {
  get: () => GridScrollTarget | null
  subscribe: (listener: () => void) => () => void
}

export interface GridHighlights {
  /** Ids of the columns to highlight in a row. */
  get: (rowKey: string | number) => ReadonlySet<string> | undefined
}

interface GridState {
  active: GridCell | null
  range: GridRange | null
}
