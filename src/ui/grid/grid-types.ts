import type { ReactNode } from 'react'

/** A column as the grid needs it; what it holds is the content's affair. */
export interface GridColumn {
  id: string
  /** Pixels. */
  size: number
  /** Neighbours with the same key stand under one heading. */
  section: { key: string }
  /** Stands for these. */
  folds?: readonly { id: string }[] | undefined
}

/** Rows by their place: a list, or as much of a longer one as has come; `undefined` where none has yet. */
export interface GridRows<Row> {
  length: number
  at: (index: number) => Row | undefined
  /** Whether one that is not there has come, but cannot be read. */
  isOdd: (index: number) => boolean
}

/** The column of ticks, before all others. */
export const SELECTION = { id: '#tick', size: 40, section: { key: '#tick' }, folds: undefined } as const
export type SelectionColumn = typeof SELECTION
export const isSelectionColumn = (column: GridColumn): column is SelectionColumn => column.id === SELECTION.id

/** How many columns stand before those of the rows: the ticks. */
export const LEAD = 1

/** Of all rows: each, none, or some of them. */
export type SelectionState = 'all' | 'none' | 'some'

/** Which rows are ticked. */
export interface GridSelection<Row> {
  has: (row: Row) => boolean
  set: (rows: readonly Row[], isTicked: boolean) => void
  /** The rows that are there; others may not have come yet. */
  all: readonly Row[]
  state: SelectionState
}

/** What stands in the grid. Keep it the same object between renders: rows are drawn again when it changes. */
export interface GridContent<Row, Column extends GridColumn> {
  sectionHead: (column: Column) => ReactNode
  head: (column: Column) => ReactNode
  /** The same to the eye, less what can be pressed: for a column that comes by while one scrolls across. */
  headInPassing: (column: Column) => ReactNode
  cell: (column: Column, row: Row) => ReactNode
  /** The grid itself hears the click, anywhere in the cell. */
  tick: (row: Row, isTicked: boolean) => ReactNode
  tickHead: (state: SelectionState) => ReactNode
  /** Below the rows. */
  total: (column: Column) => ReactNode
  /** Of which rows the totals are. */
  totalsReach: () => ReactNode
  /** Numbers stand at the end of their cells. */
  alignsEnd: (column: Column) => boolean
  /** How the rows are sorted by it; nothing where they cannot be. */
  sortOf: (column: Column) => 'ascending' | 'descending' | 'none' | undefined
  /** What a screen reader says of a cell whose row has not come yet. */
  waiting: string
  /** What stands in a row that cannot be read. */
  odd: string
  /** What it says of one whose row is there, but not its answer. */
  coming: string
  isComing: (column: Column, row: Row) => boolean
}

/** Where a column that is drawn stands. */
export interface PlacedColumn {
  /** Among the columns that are not frozen. */
  index: number
  start: number
  size: number
}

export const ROW_HEIGHT = 32
const SECTION_HEIGHT = 26
export const TOTALS_HEIGHT = 32
export const HEAD_HEIGHT = SECTION_HEIGHT + 46
/** Rows of heads, which `aria-rowindex` counts too. */
export const HEAD_ROWS = 2

export const cellId = (grid: string, row: number, column: number) => `${grid}-${row}-${column}`
