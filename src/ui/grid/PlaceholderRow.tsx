import { cellProps, comesBy, type PlacedCell } from './cell-layout.ts'
import { cellId, type GridColumn, HEAD_ROWS } from './grid-types.ts'
import classes from './grid.module.css'

interface PlaceholderRowProps {
  grid: string
  index: number
  top: number
  cells: readonly PlacedCell<GridColumn>[]
  isPassing: boolean
  /** The column of the current cell, where that is in this row. */
  active: number | null
  /** What a screen reader says of its cells. */
  label: string
  /** It has come, but cannot be read: it says so. */
  isOdd: boolean
}

/** A row that is there, but has not come yet, or cannot be read. */
export function PlaceholderRow({ grid, index, top, cells, isPassing, active, label, isOdd }: PlaceholderRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={HEAD_ROWS + index + 1}
      aria-busy={!isOdd}
      className={`${classes.row} ${isOdd ? classes.odd : classes.waiting}`}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      {cells
        .filter((cell) => !comesBy(cell, isPassing, active))
        .map(({ at, ...place }) => (
          <div
            key={at}
            id={cellId(grid, index, at)}
            role="gridcell"
            aria-colindex={at + 1}
            aria-label={label}
            {...cellProps(place, classes.cell)}
            data-column={at}
            data-active={active === at || undefined}
          >
            {isOdd && place.frozen === 'edge' && label}
          </div>
        ))}
    </div>
  )
}
