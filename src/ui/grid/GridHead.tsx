import { memo, useState } from 'react'
import { type CellLayout, cellProps } from './cell-layout.ts'
import { type GridColumn, type GridContent, isSelectionColumn, type SelectionState } from './grid-types.ts'
import classes from './grid.module.css'
import type { SectionSpan } from './section-spans.ts'

interface GridHeadProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  cells: readonly CellLayout<Column>[]
  frozenSize: number
  /** All columns that scroll, rendered or not. */
  columns: readonly Column[]
  spans: readonly SectionSpan[]
  selectionState: SelectionState
  isScrollingColumns: boolean
}

/** The two header rows, which stay visible: section headings, and the header of each column. */
function Head<Row, Column extends GridColumn>(props: GridHeadProps<Row, Column>) {
  const { content, cells, frozenSize, columns, spans, selectionState, isScrollingColumns } = props
  const frozenCount = cells.filter(({ frozen }) => frozen).length
  const visibleStart = cells[frozenCount]?.start ?? 0
  const last = cells.at(-1)
  const visibleEnd = last ? last.start + last.size : 0
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.sections}>
        <div className={classes.corner} style={{ inlineSize: frozenSize }} aria-hidden />
        {spans
          .filter(({ start, size }) => start < visibleEnd && start + size > visibleStart)
          .map((span) => {
            const column = columns[span.first]
            return (
              <div
                key={span.first}
                role="columnheader"
                aria-colindex={frozenCount + span.first + 1}
                aria-colspan={span.count}
                className={classes.section}
                style={{ insetInlineStart: span.start, inlineSize: span.size }}
              >
                <span className={classes.sectionLabel} style={{ insetInlineStart: frozenSize + 10 }}>
                  {column && content.sectionHead(column)}
                </span>
              </div>
            )
          })}
      </div>
      <div role="row" aria-rowindex={2} className={classes.heads}>
        {cells.map(({ column, columnIndex, ...layout }) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={columnIndex + 1}
            aria-sort={isSelectionColumn(column) ? undefined : content.sortDirection(column)}
            {...cellProps(layout, classes.headCell)}
            data-head={columnIndex}
            data-selection={isSelectionColumn(column) || undefined}
            data-end={(!isSelectionColumn(column) && content.alignsEnd(column)) || undefined}
          >
            {isSelectionColumn(column) ? (
              content.headerCheckbox(selectionState)
            ) : (
              <ColumnHead content={content} column={column} isScrollingColumns={isScrollingColumns} />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

interface ColumnHeadProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  column: Column
  isScrollingColumns: boolean
}

/** The header of a column: without controls until scrolling stops for the first time. */
function ColumnHead<Row, Column extends GridColumn>({
  content,
  column,
  isScrollingColumns,
}: ColumnHeadProps<Row, Column>) {
  const [isComplete, setComplete] = useState(!isScrollingColumns)
  if (!isScrollingColumns && !isComplete) setComplete(true)
  return isComplete ? content.head(column) : content.headWhileScrolling(column)
}

export const GridHead = memo(Head) as typeof Head
