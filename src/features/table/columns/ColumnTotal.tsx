import { useContext } from 'react'
import { Trans } from 'react-i18next'
import { type Display, useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import {
  AggregatedRowsContext,
  columnSummary,
  mostFrequentText,
  isColumnLoaded,
  isNumeric,
  numberText,
} from '#/dataset/summary/column-summary.ts'
import { TotalsContext } from '#/dataset/summary/use-totals.ts'
import type { Aggregate } from '#/lib/aggregate.ts'
import classes from './ColumnTotal.module.css'

/** The most useful aggregate of a column, in the totals row. The column's menu has the others. */
export function ColumnTotal({ column }: { column: DataColumn }) {
  const display = useDisplay()
  const rows = useContext(AggregatedRowsContext)
  const all = useContext(TotalsContext).of(column)
  const [first] = aggregateValues(column, all?.aggregate ?? columnSummary(column, rows), display)
  if (!first) return null
  const { frequency: _, ...value } = first
  const total = <AggregateText {...value} />
  if (!all) return total
  return <Trans t={display.t} i18nKey="total.ofAll" count={all.count} components={{ total }} />
}

/** Which rows the aggregates cover. */
export function TotalsScope() {
  const { t } = useDisplay()
  const { length: count } = useContext(AggregatedRowsContext)
  const { isComplete } = useContext(TotalsContext)
  return count > 0 && t(isComplete ? 'total.ofAllRows' : 'total.ofPage', { count })
}

/** All aggregates of a column. */
export function ColumnAggregates({ column }: { column: DataColumn }) {
  const display = useDisplay()
  const rows = useContext(AggregatedRowsContext)
  const all = useContext(TotalsContext).of(column)
  return (
    <>
      {all ? display.t('total.ofAllRows', { count: all.count }) : <TotalsScope />}
      {!all && !isColumnLoaded(column, rows) && <span className={classes.line}>{display.t('total.pending')}</span>}
      {aggregateValues(column, all?.aggregate ?? columnSummary(column, rows), display).map((value) => (
        <span key={value.name} className={classes.line}>
          <AggregateText {...value} />
        </span>
      ))}
    </>
  )
}

interface AggregateTextProps {
  name: 'mean' | 'sum' | 'range' | 'mostCommon' | 'blank' | 'answered'
  /** One value, or both ends of a range. */
  values: readonly [string] | readonly [string, string]
  /** How often the value occurs; only for the most frequent value. */
  frequency?: number
}

/** An aggregate as a sentence: "Mean: 6.3". */
function AggregateText({ name, values: [first, last], frequency }: AggregateTextProps) {
  const { t } = useDisplay()
  const element = (text: string | undefined) => (
    <strong>
      <bdi>{text}</bdi>
    </strong>
  )
  const components = { value: element(first), from: element(first), to: element(last) }
  return frequency === undefined ? (
    <Trans t={t} i18nKey={`total.${name}`} components={components} />
  ) : (
    <Trans t={t} i18nKey="total.mostCommonTimes" count={frequency} components={components} />
  )
}

/** The aggregates of a column, the most useful first. For texts that is the number of blanks, not a frequent value. */
function aggregateValues(column: DataColumn, aggregate: Aggregate | null, display: Display): AggregateTextProps[] {
  const { format } = display
  if (!aggregate) return []
  const frequentText = mostFrequentText(column, aggregate, display)
  const frequent: AggregateTextProps[] =
    frequentText === null
      ? []
      : [{ name: 'mostCommon', values: [frequentText], frequency: aggregate.mostFrequent?.count ?? 0 }]
  const counts: AggregateTextProps[] = [
    { name: 'blank', values: [format.number(aggregate.blank)] },
    { name: 'answered', values: [format.number(aggregate.answered)] },
  ]
  if (isNumeric(column) && aggregate.numbers) {
    const { sum, mean, min, max } = aggregate.numbers
    return [
      { name: 'mean', values: [format.number(rounded(mean))] },
      { name: 'sum', values: [numberText(sum, display)] },
      { name: 'range', values: [format.number(min), format.number(max)] },
      ...frequent,
      ...counts,
    ]
  }
  return column.kind === 'text' || column.kind === 'device' ? [...counts, ...frequent] : [...frequent, ...counts]
}

/** A mean with two decimals, or with as many digits where it is small. */
const rounded = (mean: number) => (Math.abs(mean) < 0.1 ? Number(mean.toPrecision(2)) : Math.round(mean * 100) / 100)
