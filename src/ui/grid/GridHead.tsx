import { memo, useState } from 'react'
import { cellProps, type PlacedCell } from './cell-layout.ts'
import { type GridColumn, type GridContent, isSelectionColumn, type SelectionState } from './grid-types.ts'
import classes from './grid.module.css'
import type { SectionSpan } from './section-spans.ts'

interface GridHeadProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  cells: readonly PlacedCell<Column>[]
  frozenSize: number
  /** Those that scroll, also where they are not drawn. */
  columns: readonly Column[]
  spans: readonly SectionSpan[]
  ticked: SelectionState
  /** Columns come by: one is scrolling across. */
  isPassing: boolean
}

/** Two rows that stay in sight: what belongs together, and the name of each column. */
function Head<Row, Column extends GridColumn>(props: GridHeadProps<Row, Column>) {
  const { content, cells, frozenSize, columns, spans, ticked, isPassing } = props
  const lead = cells.filter(({ frozen }) => frozen).length
  const from = cells[lead]?.start ?? 0
  const last = cells.at(-1)
  const to = last ? last.start + last.size : 0
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.sections}>
        <div className={classes.corner} style={{ inlineSize: frozenSize }} aria-hidden />
        {spans
          .filter(({ start, size }) => start < to && start + size > from)
          .map((span) => {
            const column = columns[span.first]
            return (
              <div
                key={span.first}
                role="columnheader"
                aria-colindex={lead + span.first + 1}
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
        {cells.map(({ column, at, ...place }) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={isSelectionColumn(column) ? undefined : content.sortOf(column)}
            {...cellProps(place, classes.headCell)}
            data-tick={isSelectionColumn(column) || undefined}
            data-end={(!isSelectionColumn(column) && content.alignsEnd(column)) || undefined}
          >
            {isSelectionColumn(column) ? (
              content.tickHead(ticked)
            ) : (
              <ColumnHead content={content} column={column} isPassing={isPassing} />
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
  isPassing: boolean
}

/** Whole once one has come to rest, and from then on. */
function ColumnHead<Row, Column extends GridColumn>({ content, column, isPassing }: ColumnHeadProps<Row, Column>) {
  const [isWhole, setWhole] = useState(!isPassing)
  if (!isPassing && !isWhole) setWhole(true)
  return isWhole ? content.head(column) : content.headInPassing(column)
}

export const GridHead = memo(Head) as typeof Head
