import type { GridCell } from './cell-navigation.ts'

/** A rectangle of cells; both ends belong to it. */
export interface GridRange {
  top: number
  bottom: number
  left: number
  right: number
}

/** From where it was begun to where it has come. */
export interface GridSpan {
  from: GridCell
  to: GridCell
}

/** The rectangle between two cells; the ticks before `firstColumn` are no part of it. */
export function rangeOf({ from, to }: GridSpan, firstColumn: number): GridRange {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.max(firstColumn, Math.min(from.column, to.column)),
    right: Math.max(firstColumn, from.column, to.column),
  }
}
