import { memo } from 'react'
import { cellProps, comesBy, type PlacedCell } from './cell-layout.ts'
import { cellId, type GridColumn, type GridContent, HEAD_ROWS, isSelectionColumn } from './grid-types.ts'
import classes from './grid.module.css'

interface GridRowProps<Row, Column extends GridColumn> {
  grid: string
  content: GridContent<Row, Column>
  row: Row
  index: number
  /** Where it is drawn among the rows, in pixels. */
  top: number
  cells: readonly PlacedCell<Column>[]
  /** Columns come by: of those, what has not come is not drawn. */
  isPassing: boolean
  /** The column of the current cell, where that is in this row. */
  active: number | null
  isOpen: boolean
  isTicked: boolean
  /** The first and last column marked in this row; -1 where none is. */
  markedFrom: number
  markedTo: number
  /** Ids of the columns in which something was found. */
  found: ReadonlySet<string> | undefined
}

function RowOfCells<Row, Column extends GridColumn>(props: GridRowProps<Row, Column>) {
  const { grid, content, row, index, top, cells, isPassing, active } = props
  const { isOpen, isTicked, markedFrom, markedTo, found } = props
  return (
    <div
      role="row"
      aria-rowindex={HEAD_ROWS + index + 1}
      aria-current={isOpen || undefined}
      aria-selected={isTicked}
      className={classes.row}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      {cells.map((cell) => {
        const { column, at } = cell
        const isComing = !isSelectionColumn(column) && content.isComing(column, row)
        if (isComing && comesBy(cell, isPassing, active)) return null
        return (
          <GridCell
            key={column.id}
            id={cellId(grid, index, at)}
            content={content}
            row={row}
            isComing={isComing}
            isActive={active === at}
            isTicked={isSelectionColumn(column) && isTicked}
            isMarked={at >= markedFrom && at <= markedTo}
            isFound={found?.has(column.id) ?? false}
            {...cell}
          />
        )
      })}
    </div>
  )
}

export const GridRow = memo(RowOfCells) as typeof RowOfCells

interface GridCellProps<Row, Column extends GridColumn> extends PlacedCell<Column> {
  id: string
  content: GridContent<Row, Column>
  row: Row
  /** Its answer has not come yet. */
  isComing: boolean
  isActive: boolean
  /** Said to the cell of the tick only: the others need not be drawn again. */
  isTicked: boolean
  isMarked: boolean
  isFound: boolean
}

function Cell<Row, Column extends GridColumn>(props: GridCellProps<Row, Column>) {
  const { id, content, column, row, at, start, size, isComing, isActive, isTicked, isMarked, isFound, frozen } = props
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={at + 1}
      aria-label={isComing ? content.coming : undefined}
      {...cellProps({ start, size, frozen }, classes.cell)}
      data-column={at}
      data-active={isActive || undefined}
      data-found={isFound || undefined}
      aria-selected={isMarked || undefined}
      data-tick={isSelectionColumn(column) || undefined}
      data-coming={isComing || undefined}
      data-folded={column.folds !== undefined || undefined}
      data-end={(!isSelectionColumn(column) && content.alignsEnd(column)) || undefined}
    >
      {isSelectionColumn(column) ? content.tick(row, isTicked) : isComing ? null : content.cell(column, row)}
    </div>
  )
}

const GridCell = memo(Cell) as typeof Cell
