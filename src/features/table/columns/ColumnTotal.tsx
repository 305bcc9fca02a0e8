import { useContext } from 'react'
import { type Reading, useReading } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import {
  columnAggregate,
  frequentWords,
  hasCome,
  isCounted,
  numberWords,
  SummedRowsContext,
} from '#/dataset/summary/column-summary.ts'
import { AllFiguresContext } from '#/dataset/summary/use-totals.ts'
import type { Aggregate } from '#/lib/aggregate.ts'
import classes from './ColumnTotal.module.css'

/** The one figure that says most of a column, under it; its menu has the others. */
export function ColumnTotal({ column }: { column: SubmissionColumn }) {
  const reading = useReading()
  const rows = useContext(SummedRowsContext)
  const all = useContext(AllFiguresContext).of(column)
  const [first] = figuresOf(column, all?.found ?? columnAggregate(column, rows), reading)
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
  const { t } = useReading()
  const { length: count } = useContext(SummedRowsContext)
  const { isAll } = useContext(AllFiguresContext)
  return count > 0 && t(isAll ? 'total.reachAll' : 'total.reach', { count })
}

/** All that can be said of a column. */
export function ColumnFigures({ column }: { column: SubmissionColumn }) {
  const reading = useReading()
  const rows = useContext(SummedRowsContext)
  const all = useContext(AllFiguresContext).of(column)
  return (
    <>
      {all ? reading.t('total.reachAll', { count: all.count }) : <TotalsReach />}
      {!all && !hasCome(column, rows) && <span className={classes.line}>{reading.t('total.coming')}</span>}
      {figuresOf(column, all?.found ?? columnAggregate(column, rows), reading).map((figure) => (
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
function figuresOf(column: SubmissionColumn, found: Aggregate | null, reading: Reading): FigureProps[] {
  const { t, format } = reading
  if (!found) return []
  const words = frequentWords(column, found, reading)
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
      { name: t('total.mean'), value: numberWords(mean, reading) },
      { name: t('total.sum'), value: numberWords(sum, reading) },
      { name: t('total.range'), value: `${format.number(least)} – ${format.number(most)}` },
    ]
    return [...figures, ...frequent, ...counts]
  }
  return column.kind === 'text' || column.kind === 'device' ? [...counts, ...frequent] : [...frequent, ...counts]
}
