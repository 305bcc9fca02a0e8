import { memo } from 'react'
import { cellProps, type PlacedCell } from './cell-layout.ts'
import { type GridColumn, type GridContent, isSelectionColumn, LEAD } from './grid-types.ts'
import classes from './grid.module.css'

interface GridTotalsProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  cells: readonly PlacedCell<Column>[]
}

/** A row that stays in sight below the others. For the eye: a column's menu says the same, and more. */
function Totals<Row, Column extends GridColumn>({ content, cells }: GridTotalsProps<Row, Column>) {
  // Of which rows they are, below the ticks and the first column.
  const reach = cells.filter(({ at, frozen }) => frozen && at <= LEAD)
  const size = reach.reduce((sum, cell) => sum + cell.size, 0)
  return (
    <div className={classes.totals} aria-hidden>
      <div {...cellProps({ start: 0, size, frozen: reach.at(-1)?.frozen ?? 'edge' }, classes.total)}>
        {content.totalsReach()}
      </div>
      {cells.slice(reach.length).map(
        ({ column, ...place }) =>
          !isSelectionColumn(column) && (
            <div key={column.id} {...cellProps(place, classes.total)} data-end={content.alignsEnd(column) || undefined}>
              {content.total(column)}
            </div>
          ),
      )}
    </div>
  )
}

export const GridTotals = memo(Totals) as typeof Totals
