import { memo } from 'react'
import classes from './grid.module.css'
import {
  type GridColumn,
  type GridContent,
  isTick,
  type PlacedColumn,
  type TickColumn,
  type TickState,
} from './grid-types.ts'
import type { SectionSpan } from './section-spans.ts'

interface GridHeadProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  frozen: readonly (Column | TickColumn)[]
  frozenSize: number
  columns: readonly Column[]
  placed: readonly PlacedColumn[]
  spans: readonly SectionSpan[]
  ticked: TickState
}

/** Two rows that stay in sight: what belongs together, and the name of each column. */
function Head<Row, Column extends GridColumn>(props: GridHeadProps<Row, Column>) {
  const { content, frozen, frozenSize, columns, placed, spans, ticked } = props
  const from = placed[0]?.start ?? 0
  const last = placed.at(-1)
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
                aria-colindex={frozen.length + span.first + 1}
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
        {frozen.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={isTick(column) ? undefined : content.sortOf(column)}
            className={`${classes.headCell} ${classes.frozen}`}
            data-tick={isTick(column) || undefined}
            data-edge={index === frozen.length - 1 || undefined}
            style={{ inlineSize: column.size, insetInlineStart: startOf(frozen, index) }}
          >
            {isTick(column) ? content.tickHead(ticked) : content.head(column)}
          </div>
        ))}
        {placed.map(({ index, start, size }) => {
          const column = columns[index]
          return (
            column && (
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={frozen.length + index + 1}
                aria-sort={content.sortOf(column)}
                className={`${classes.headCell} ${classes.free}`}
                data-end={content.alignsEnd(column) || undefined}
                style={{ inlineSize: size, insetInlineStart: start }}
              >
                {content.head(column)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

export const GridHead = memo(Head) as typeof Head

/** Where a frozen column stays. */
export const startOf = (frozen: readonly GridColumn[], index: number) =>
  frozen.slice(0, index).reduce((start, { size }) => start + size, 0)
