import { memo } from 'react'
import { type CellLayout, cellProps, isSkippedWhileScrolling } from './cell-layout.ts'
import { cellId, type GridColumn, type GridContent, HEAD_ROWS, isSelectionColumn } from './grid-types.ts'
import classes from './grid.module.css'

interface GridRowProps<Row, Column extends GridColumn> {
  gridId: string
  content: GridContent<Row, Column>
  row: Row
  index: number
  /** Pixels from the top of the rows. */
  top: number
  cells: readonly CellLayout<Column>[]
  /** Cells that are not loaded are not rendered meanwhile. */
  isScrollingColumns: boolean
  /** The column of the active cell, if that is in this row. */
  activeColumn: number | null
  isOpen: boolean
  isSelected: boolean
  /** The first and last column of the selected range; -1 if this row is not in the range. */
  rangeStart: number
  rangeEnd: number
  /** Ids of the columns whose cell matches the search. */
  highlightedColumns: ReadonlySet<string> | undefined
}

function RowOfCells<Row, Column extends GridColumn>(props: GridRowProps<Row, Column>) {
  const { gridId, content, row, index, top, cells, isScrollingColumns, activeColumn } = props
  const { isOpen, isSelected, rangeStart, rangeEnd, highlightedColumns } = props
  return (
    <div
      role="row"
      aria-rowindex={HEAD_ROWS + index + 1}
      aria-current={isOpen || undefined}
      aria-selected={isSelected}
      className={classes.row}
      data-row={index}
      data-active-row={activeColumn !== null || undefined}
      style={{ insetBlockStart: top }}
    >
      {cells.map((cell) => {
        const { column, columnIndex } = cell
        const isLoading = !isSelectionColumn(column) && content.isCellLoading(column, row)
        if (isLoading && isSkippedWhileScrolling(cell, isScrollingColumns, activeColumn)) return null
        return (
          <GridCell
            key={column.id}
            id={cellId(gridId, index, columnIndex)}
            content={content}
            row={row}
            isLoading={isLoading}
            isActive={activeColumn === columnIndex}
            isSelected={isSelectionColumn(column) && isSelected}
            isInRange={columnIndex >= rangeStart && columnIndex <= rangeEnd}
            isHighlighted={highlightedColumns?.has(column.id) ?? false}
            {...cell}
          />
        )
      })}
    </div>
  )
}

export const GridRow = memo(RowOfCells) as typeof RowOfCells

interface GridCellProps<Row, Column extends GridColumn> extends CellLayout<Column> {
  id: string
  content: GridContent<Row, Column>
  row: Row
  isLoading: boolean
  isActive: boolean
  /** True only in the selection column, so that other cells need not render again. */
  isSelected: boolean
  isInRange: boolean
  isHighlighted: boolean
}

function Cell<Row, Column extends GridColumn>(props: GridCellProps<Row, Column>) {
  const {
    id,
    content,
    column,
    row,
    columnIndex,
    start,
    size,
    isLoading,
    isActive,
    isSelected,
    isInRange,
    isHighlighted,
    frozen,
  } = props
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={columnIndex + 1}
      aria-label={isLoading ? content.loadingCellLabel : undefined}
      {...cellProps({ start, size, frozen }, classes.cell)}
      data-column={columnIndex}
      data-active={isActive || undefined}
      data-match={isHighlighted || undefined}
      aria-selected={isInRange || undefined}
      data-selection={isSelectionColumn(column) || undefined}
      data-loading={isLoading || undefined}
      data-collapsed={column.collapsedColumns !== undefined || undefined}
      data-end={(!isSelectionColumn(column) && content.alignsEnd(column)) || undefined}
    >
      {isSelectionColumn(column) ? (
        <>
          {content.rowCheckbox(row, isSelected)}
          {content.openButton(row)}
        </>
      ) : isLoading ? null : (
        content.cell(column, row)
      )}
    </div>
  )
}

const GridCell = memo(Cell) as typeof Cell
