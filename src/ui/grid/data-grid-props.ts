import type { ClipboardEvent, ReactNode, RefObject } from 'react'
import type { GridCell } from './cell-navigation.ts'
import type { GridRange } from './cell-range.ts'
import type { GridColumn, GridContent, GridRows, GridSelection } from './grid-types.ts'

export interface DataGridProps<Row, Column extends GridColumn> {
  /** The grid itself takes the focus; give it back here after a menu or panel. */
  ref: RefObject<HTMLDivElement | null>
  label: string
  content: GridContent<Row, Column>
  rows: GridRows<Row>
  rowKey: (row: Row) => string | number
  ticks: GridSelection<Row>
  /** In sight however far one scrolls across, behind the ticks. */
  frozen: readonly Column[]
  columns: readonly Column[]
  isRtl: boolean
  /** While other rows are on their way. */
  busy: boolean
  /** Names the rows shown; another name starts the grid at its top. `null` while the former ones stay. */
  page: string | null
  /** The row shown elsewhere in full. */
  openRow: number | null
  onOpen: (row: Row, how: 'keyboard' | 'mouse') => void
  /** Enter on a cell; false where the cell has nothing of its own to enter, and the row opens. */
  onEnter: (column: Column, row: Row) => boolean
  onEscape: (() => void) | undefined
  /** The menu of a column is asked for by the keyboard. */
  onMenu: (column: Column) => void
  /** Copies cells as one copies text. */
  onCopy: (range: GridRange, event: ClipboardEvent) => void
  /** What stands beside the grid and knows where one is in it. */
  children: (place: GridPlace) => ReactNode
  /** Hears which rows are in sight; the same function between renders. */
  onSight?: (first: number, last: number) => void
  /** Hears which of the columns that scroll are in sight; another function hears it anew. */
  onAcross?: (first: number, last: number) => void
  /** Tells of the cell to go to, as often as it tells. */
  goal?: GridGoals
  /** Ctrl+F, and F3 with or without Shift; false where nothing comes of it, and the browser does as it would. */
  onFind?: (what: FindKey) => boolean
  /** Which cells are marked as found: by the keys of their rows, the ids of their columns. */
  found?: GridHighlights | null
}

export type FindKey = 'open' | 'next' | 'previous'

/** A cell to go to. */
export interface GridScrollTarget {
  row: number
  /** By its id; the current one without it. */
  column?: string
  /** The focus stays where it is, else it is given to the grid. */
  keepsFocus?: boolean
}

interface GridGoals {
  get: () => GridScrollTarget | null
  subscribe: (listener: () => void) => () => void
}

export interface GridHighlights {
  get: (rowKey: string | number) => ReadonlySet<string> | undefined
}

interface GridPlace {
  active: GridCell | null
  range: GridRange | null
}
