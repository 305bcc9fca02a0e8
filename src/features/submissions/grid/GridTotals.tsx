import { memo } from 'react'
import classes from './grid.module.css'
import { startOf } from './GridHead.tsx'
import { type GridColumn, type GridContent, isTick, type PlacedColumn, type TickColumn } from './grid-types.ts'

interface GridTotalsProps<Row, Column extends GridColumn> {
  content: GridContent<Row, Column>
  frozen: readonly (Column | TickColumn)[]
  columns: readonly Column[]
  placed: readonly PlacedColumn[]
}

/** A row that stays in sight below the others. For the eye: a column's menu says the same, and more. */
function Totals<Row, Column extends GridColumn>({ content, frozen, columns, placed }: GridTotalsProps<Row, Column>) {
  const [tick, first, ...others] = frozen
  const reach = (tick?.size ?? 0) + (first?.size ?? 0)
  return (
    <div className={classes.totals} aria-hidden>
      <div
        className={`${classes.total} ${classes.frozen}`}
        data-edge={others.length === 0 || undefined}
        style={{ inlineSize: reach, insetInlineStart: 0 }}
      >
        {content.totalsReach()}
      </div>
      {others.map(
        (column, at) =>
          !isTick(column) && (
            <div
              key={column.id}
              className={`${classes.total} ${classes.frozen}`}
              data-edge={at === others.length - 1 || undefined}
              data-end={content.alignsEnd(column) || undefined}
              style={{ inlineSize: column.size, insetInlineStart: startOf(frozen, at + 2) }}
            >
              {content.total(column)}
            </div>
          ),
      )}
      {placed.map(({ index, start, size }) => {
        const column = columns[index]
        return (
          column && (
            <div
              key={column.id}
              className={`${classes.total} ${classes.free}`}
              data-end={content.alignsEnd(column) || undefined}
              style={{ inlineSize: size, insetInlineStart: start }}
            >
              {content.total(column)}
            </div>
          )
        )
      })}
    </div>
  )
}

export const GridTotals = memo(Totals) as typeof Totals
