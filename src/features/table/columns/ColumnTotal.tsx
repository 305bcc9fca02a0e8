import { useContext } from 'react'
import { type Display, useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import {
  columnSummary,
  frequentText,
  hasCome,
  isCounted,
  numberText,
  SummedRowsContext,
} from '#/dataset/summary/column-summary.ts'
import { TotalsContext } from '#/dataset/summary/use-totals.ts'
import type { Aggregate } from '#/lib/aggregate.ts'
import classes from './ColumnTotal.module.css'

/** The one figure that says most of a column, under it; its menu has the others. */
export function ColumnTotal({ column }: { column: SubmissionColumn }) {
  const reading = useDisplay()
  const rows = useContext(SummedRowsContext)
  const all = useContext(TotalsContext).of(column)
  const [first] = figuresOf(column, all?.found ?? columnSummary(column, rows), reading)
  if (!first) return null
  return (
    <>
      <Figure name={first.name} value={first.value} />
      {all && ` ${reading.t('total.ofAll', { count: all.count })}`}
    </>
  )
}

/** Of which rows the figures are. */
export function TotalsReach() {
  const { t } = useDisplay()
  const { length: count } = useContext(SummedRowsContext)
  const { isAll } = useContext(TotalsContext)
  return count > 0 && t(isAll ? 'total.reachAll' : 'total.reach', { count })
}

/** All that can be said of a column. */
export function ColumnTotals({ column }: { column: SubmissionColumn }) {
  const reading = useDisplay()
  const rows = useContext(SummedRowsContext)
  const all = useContext(TotalsContext).of(column)
  return (
    <>
      {all ? reading.t('total.reachAll', { count: all.count }) : <TotalsReach />}
      {!all && !hasCome(column, rows) && <span className={classes.line}>{reading.t('total.coming')}</span>}
      {figuresOf(column, all?.found ?? columnSummary(column, rows), reading).map((figure) => (
        <span key={figure.name} className={classes.line}>
          <Figure {...figure} />
        </span>
      ))}
    </>
  )
}

interface FigureProps {
  name: string
  value: string
  /** How often, where that is told. */
  times?: string | undefined
}

function Figure({ name, value, times }: FigureProps) {
  return (
    <>
      {name}{' '}
      <strong>
        <bdi>{value}</bdi>
      </strong>
      {times !== undefined && ` ${times}`}
    </>
  )
}

/** The one that says most comes first: of a text that is how many are blank, not what two people happened to write. */
function figuresOf(column: SubmissionColumn, found: Aggregate | null, reading: Display): FigureProps[] {
  const { t, format } = reading
  if (!found) return []
  const words = frequentText(column, found, reading)
  const frequent =
    words === null
      ? []
      : [{ name: t('total.frequent'), value: words, times: t('total.times', { count: found.frequent?.count ?? 0 }) }]
  const counts = [
    { name: t('total.blank'), value: format.number(found.blank) },
    { name: t('total.answered'), value: format.number(found.answered) },
  ]
  if (isCounted(column) && found.numbers) {
    const { sum, mean, least, most } = found.numbers
    const figures = [
      { name: t('total.mean'), value: numberText(mean, reading) },
      { name: t('total.sum'), value: numberText(sum, reading) },
      { name: t('total.range'), value: `${format.number(least)} – ${format.number(most)}` },
    ]
    return [...figures, ...frequent, ...counts]
  }
  return column.kind === 'text' || column.kind === 'device' ? [...counts, ...frequent] : [...frequent, ...counts]
}
