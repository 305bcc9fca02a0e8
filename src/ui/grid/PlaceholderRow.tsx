import { type CellLayout, cellProps, isSkippedWhileScrolling } from './cell-layout.ts'
import { cellId, type GridColumn, HEAD_ROWS } from './grid-types.ts'
import classes from './grid.module.css'

interface PlaceholderRowProps {
  gridId: string
  index: number
  top: number
  cells: readonly CellLayout<GridColumn>[]
  isScrollingColumns: boolean
  /** The column of the active cell, if that is in this row. */
  activeColumn: number | null
  /** Accessible name of its cells. */
  label: string
  /** Shows the label as text, too. */
  isUnreadable: boolean
}

/** A row that is not loaded or is unreadable. */
export function PlaceholderRow({
  gridId,
  index,
  top,
  cells,
  isScrollingColumns,
  activeColumn,
  label,
  isUnreadable,
}: PlaceholderRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={HEAD_ROWS + index + 1}
      aria-busy={!isUnreadable}
      className={`${classes.row} ${isUnreadable ? classes.unreadable : classes.loading}`}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      {cells
        .filter((cell) => !isSkippedWhileScrolling(cell, isScrollingColumns, activeColumn))
        .map(({ columnIndex, ...layout }) => (
          <div
            key={columnIndex}
            id={cellId(gridId, index, columnIndex)}
            role="gridcell"
            aria-colindex={columnIndex + 1}
            aria-label={label}
            {...cellProps(layout, classes.cell)}
            data-column={columnIndex}
            data-active={activeColumn === columnIndex || undefined}
          >
            {isUnreadable && layout.frozen === 'edge' && label}
          </div>
        ))}
    </div>
  )
}
