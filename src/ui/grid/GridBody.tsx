import { GridRow } from './GridRow.tsx'
import { PlaceholderRow } from './PlaceholderRow.tsx'
import type { CellLayout } from './cell-layout.ts'
import type { GridCell } from './cell-navigation.ts'
import type { GridRange } from './cell-range.ts'
import type { GridHighlights } from './data-grid-props.ts'
import type { GridColumn, GridContent, GridRows, GridSelection } from './grid-types.ts'
import classes from './grid.module.css'
import type { RowScroll } from './use-row-scroll.ts'

interface GridBodyProps<Row, Column extends GridColumn> {
  gridId: string
  content: GridContent<Row, Column>
  rows: GridRows<Row>
  rowKey: (row: Row) => string | number
  selection: GridSelection<Row>
  /** Indexes of the rows that are rendered. */
  rowIndexes: readonly number[]
  cells: readonly CellLayout<Column>[]
  isScrollingColumns: boolean
  scroll: RowScroll
  active: GridCell | null
  range: GridRange | null
  openRow: number | null
  highlights: GridHighlights | null
}

/** The rows that are rendered. */
export function GridBody<Row, Column extends GridColumn>(props: GridBodyProps<Row, Column>) {
  const {
    gridId,
    content,
    rows,
    rowKey,
    selection,
    rowIndexes,
    cells,
    isScrollingColumns,
    scroll,
    active,
    range,
    openRow,
    highlights,
  } = props
  return (
    <div
      role="rowgroup"
      className={classes.body}
      data-scrolling={isScrollingColumns || undefined}
      style={{ blockSize: scroll.height }}
    >
      {rowIndexes.map((index) => {
        const row = rows.at(index)
        const isInRange = range !== null && index >= range.top && index <= range.bottom
        const rowProps = {
          gridId,
          index,
          top: scroll.topOf(index),
          cells,
          isScrollingColumns,
          activeColumn: active?.row === index ? active.column : null,
        }
        return row === undefined ? (
          <PlaceholderRow
            key={`loading-${index}`}
            label={rows.isUnreadable(index) ? content.unreadableRowLabel : content.loadingRowLabel}
            isUnreadable={rows.isUnreadable(index)}
            {...rowProps}
          />
        ) : (
          <GridRow
            key={rowKey(row)}
            content={content}
            row={row}
            isOpen={openRow === index}
            isSelected={selection.has(row)}
            highlightedColumns={highlights?.get(rowKey(row))}
            rangeStart={isInRange ? range.left : -1}
            rangeEnd={isInRange ? range.right : -1}
            {...rowProps}
          />
        )
      })}
    </div>
  )
}
