import type { GridCell } from './cell-navigation.ts'

/** A rectangle of cells. All four indexes belong to it. */
export interface GridRange {
  top: number
  bottom: number
  left: number
  right: number
}

/** Two opposite corners of a range: where it was started, and the end that moves. */
export interface RangeEnds {
  anchor: GridCell
  extent: GridCell
}

/** The rectangle between two cells, without the columns before `firstColumn`. */
export function rangeBetween({ anchor, extent }: RangeEnds, firstColumn: number): GridRange {
  return {
    top: Math.min(anchor.row, extent.row),
    bottom: Math.max(anchor.row, extent.row),
    left: Math.max(firstColumn, Math.min(anchor.column, extent.column)),
    right: Math.max(firstColumn, anchor.column, extent.column),
  }
}

/** Whether a cell is in a range. */
export const isInRange = ({ row, column }: GridCell, { top, bottom, left, right }: GridRange) =>
  row >= top && row <= bottom && column >= left && column <= right
