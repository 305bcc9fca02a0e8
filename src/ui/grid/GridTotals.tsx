import { memo } from 'react'
import { type CellLayout, cellProps } from './cell-layout.ts'
import { FIRST_DATA_COLUMN, type GridColumn, type GridContent, isSelectionColumn } from './grid-types.ts'
import classes from './grid.module.css'

interface GridTotalsProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  cells: readonly CellLayout<Column>[]
}

/** The totals row, which stays visible below the rows. Hidden from screen readers: the column menu has the same totals. */
function Totals<Row, Column extends GridColumn>({ content, cells }: GridTotalsProps<Row, Column>) {
  // The label of the totals spans the selection column and the first frozen column.
  const labelCells = cells.filter(({ columnIndex, frozen }) => frozen && columnIndex <= FIRST_DATA_COLUMN)
  const size = labelCells.reduce((sum, cell) => sum + cell.size, 0)
  return (
    <div className={classes.totals} aria-hidden>
      <div {...cellProps({ start: 0, size, frozen: labelCells.at(-1)?.frozen ?? 'edge' }, classes.total)}>
        {content.totalsLabel()}
      </div>
      {cells.slice(labelCells.length).map(
        ({ column, ...layout }) =>
          !isSelectionColumn(column) && (
            <div
              key={column.id}
              {...cellProps(layout, classes.total)}
              data-end={content.alignsEnd(column) || undefined}
            >
              {content.total(column)}
            </div>
          ),
      )}
    </div>
  )
}

export const GridTotals = memo(Totals) as typeof Totals
