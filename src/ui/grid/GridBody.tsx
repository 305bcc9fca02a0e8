import { GridRow } from './GridRow.tsx'
import { PlaceholderRow } from './PlaceholderRow.tsx'
import type { PlacedCell } from './cell-layout.ts'
import type { GridCell } from './cell-navigation.ts'
import type { GridRange } from './cell-range.ts'
import type { GridHighlights } from './data-grid-props.ts'
import type { GridColumn, GridContent, GridRows, GridSelection } from './grid-types.ts'
import classes from './grid.module.css'
import type { RowScroll } from './use-row-scroll.ts'

interface GridBodyProps<Row, Column extends GridColumn> {
  grid: string
  content: GridContent<Row, Column>
  rows: GridRows<Row>
  rowKey: (row: Row) => string | number
  ticks: GridSelection<Row>
  /** Which rows and cells are drawn. */
  inSight: readonly number[]
  cells: readonly PlacedCell<Column>[]
  /** Columns come by: one is scrolling across. */
  isPassing: boolean
  scroll: RowScroll
  active: GridCell | null
  range: GridRange | null
  openRow: number | null
  found: GridHighlights | null
}

/** The rows that are drawn. */
export function GridBody<Row, Column extends GridColumn>(props: GridBodyProps<Row, Column>) {
  const { grid, content, rows, rowKey, ticks, inSight, cells, isPassing, scroll, active, range, openRow, found } = props
  return (
    <div
      role="rowgroup"
      className={classes.body}
      data-passing={isPassing || undefined}
      style={{ blockSize: scroll.height }}
    >
      {inSight.map((index) => {
        const row = rows.at(index)
        const isMarked = range !== null && index >= range.top && index <= range.bottom
        const place = {
          grid,
          index,
          top: scroll.topOf(index),
          cells,
          isPassing,
          active: active?.row === index ? active.column : null,
        }
        return row === undefined ? (
          <PlaceholderRow
            key={`waiting-${index}`}
            label={rows.isOdd(index) ? content.odd : content.waiting}
            isOdd={rows.isOdd(index)}
            {...place}
          />
        ) : (
          <GridRow
            key={rowKey(row)}
            content={content}
            row={row}
            isOpen={openRow === index}
            isTicked={ticks.has(row)}
            found={found?.get(rowKey(row))}
            markedFrom={isMarked ? range.left : -1}
            markedTo={isMarked ? range.right : -1}
            {...place}
          />
        )
      })}
    </div>
  )
}
