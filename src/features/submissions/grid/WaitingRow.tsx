import classes from './grid.module.css'
import { startOf } from './GridHead.tsx'
import { cellId, type GridColumn, HEAD_ROWS, type PlacedColumn } from './grid-types.ts'

interface WaitingRowProps {
  grid: string
  index: number
  top: number
  frozen: readonly GridColumn[]
  placed: readonly PlacedColumn[]
  /** The column of the current cell, where that is in this row. */
  active: number | null
  /** What a screen reader says of its cells. */
  label: string
}

/** A row that is there, but has not come yet. */
export function WaitingRow({ grid, index, top, frozen, placed, active, label }: WaitingRowProps) {
  const cell = (at: number, start: number, size: number, place: string | undefined, isEdge = false) => (
    <div
      key={at}
      id={cellId(grid, index, at)}
      role="gridcell"
      aria-colindex={at + 1}
      aria-label={label}
      className={`${classes.cell} ${place}`}
      data-column={at}
      data-active={active === at || undefined}
      data-edge={isEdge || undefined}
      style={{ inlineSize: size, insetInlineStart: start }}
    />
  )
  return (
    <div
      role="row"
      aria-rowindex={HEAD_ROWS + index + 1}
      aria-busy
      className={`${classes.row} ${classes.waiting}`}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      {frozen.map(({ size }, at) => cell(at, startOf(frozen, at), size, classes.frozen, at === frozen.length - 1))}
      {placed.map(({ index: free, start, size }) => cell(frozen.length + free, start, size, classes.free))}
    </div>
  )
}
