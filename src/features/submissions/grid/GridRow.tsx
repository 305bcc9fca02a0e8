import { memo } from 'react'
import classes from './grid.module.css'
import { startOf } from './GridHead.tsx'
import {
  cellId,
  type GridColumn,
  type GridContent,
  HEAD_ROWS,
  isTick,
  type PlacedColumn,
  type TickColumn,
} from './grid-types.ts'

interface GridRowProps<Row, Column extends GridColumn> {
  grid: string
  content: GridContent<Row, Column>
  row: Row
  index: number
  /** Where it is drawn among the rows, in pixels. */
  top: number
  frozen: readonly (Column | TickColumn)[]
  columns: readonly Column[]
  placed: readonly PlacedColumn[]
  /** The column of the current cell, where that is in this row. */
  active: number | null
  isOpen: boolean
  isTicked: boolean
  /** The first and last column marked in this row; -1 where none is. */
  markedFrom: number
  markedTo: number
}

function RowOfCells<Row, Column extends GridColumn>(props: GridRowProps<Row, Column>) {
  const { grid, content, row, index, top, frozen, columns, placed, active, isOpen, isTicked, markedFrom, markedTo } =
    props
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
      {frozen.map((column, at) => (
        <GridCell
          key={column.id}
          id={cellId(grid, index, at)}
          content={content}
          column={column}
          row={row}
          at={at}
          start={startOf(frozen, at)}
          size={column.size}
          isActive={active === at}
          isTicked={isTick(column) && isTicked}
          isMarked={at >= markedFrom && at <= markedTo}
          frozen={at === frozen.length - 1 ? 'edge' : 'inner'}
        />
      ))}
      {placed.map(({ index: free, start, size }) => {
        const column = columns[free]
        const at = frozen.length + free
        return (
          column && (
            <GridCell
              key={column.id}
              id={cellId(grid, index, at)}
              content={content}
              column={column}
              row={row}
              at={at}
              start={start}
              size={size}
              isActive={active === at}
              isMarked={at >= markedFrom && at <= markedTo}
            />
          )
        )
      })}
    </div>
  )
}

export const GridRow = memo(RowOfCells) as typeof RowOfCells

interface GridCellProps<Row, Column extends GridColumn> {
  id: string
  content: GridContent<Row, Column>
  column: Column | TickColumn
  row: Row
  /** Among all columns. */
  at: number
  start: number
  size: number
  isActive: boolean
  /** Said to the cell of the tick only: the others need not be drawn again. */
  isTicked?: boolean
  isMarked: boolean
  frozen?: 'inner' | 'edge'
}

function Cell<Row, Column extends GridColumn>(props: GridCellProps<Row, Column>) {
  const { id, content, column, row, at, start, size, isActive, isTicked = false, isMarked, frozen } = props
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={at + 1}
      className={`${classes.cell} ${frozen ? classes.frozen : classes.free}`}
      data-column={at}
      data-active={isActive || undefined}
      aria-selected={isMarked || undefined}
      data-edge={frozen === 'edge' || undefined}
      data-tick={isTick(column) || undefined}
      data-end={(!isTick(column) && content.alignsEnd(column)) || undefined}
      style={{ inlineSize: size, insetInlineStart: start }}
    >
      {isTick(column) ? content.tick(row, isTicked) : content.cell(column, row)}
    </div>
  )
}

const GridCell = memo(Cell) as typeof Cell
