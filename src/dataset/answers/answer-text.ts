import type { AnswerColumn, DataColumn } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import type { Row } from '#/dataset/model/row.ts'
import { choiceLanguage, isPendingReview, tagsOf } from '#/dataset/model/supplements.ts'
import { statusOf, submissionTimeOf, submittedBy } from '#/dataset/model/system-fields.ts'
import { answerOf, selectedValuesOf, entriesOf, pointCount, pointOf, timeOf } from '#/dataset/model/values.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import { localTime } from '#/lib/time/local-time.ts'
import { STATUS_LABELS } from './StatusLabel.tsx'
import type { Display } from './display.ts'

/** The text of a cell as the table shows it; `''` for no answer. */
export function displayText(column: DataColumn, row: Row, { t, format, language }: Display): string {
  if (!isFieldLoaded(row, column.id)) return t('answer.notLoaded')
  if (column.kind === 'status') return t(`status.${STATUS_LABELS[statusOf(row) ?? 'none']}`)
  if (column.kind === 'id') return String(row._id)
  if (column.kind === 'submitted') {
    const time = submissionTimeOf(row)
    return time === undefined ? '' : format.dateTime(time)
  }
  if (column.kind === 'person') return submittedBy(row) || t('answer.anonymous')
  if (column.kind === 'repeat') {
    const { length } = entriesOf(row, column.id)
    return length > 0 ? t('answer.entries', { count: length }) : ''
  }
  const answer = answerOf(row, column.id)
  if (answer === null) {
    return column.source === 'supplement' && isPendingReview(row, column) ? t('answer.pendingReview') : ''
  }
  switch (column.kind) {
    case 'selectOne':
    case 'selectMultiple':
      return choiceLabels(column, answer, language).join(', ')
    case 'tags':
      return tagsOf(answer).join(', ')
    case 'date':
      return format.date(answer)
    case 'dateTime':
      return format.dateTime(answer)
    case 'time':
      return timeOf(answer)
    case 'point':
      return pointText(answer)
    case 'shape':
      return t('answer.points', { count: pointCount(answer) })
    default:
      return answer
  }
}

/** The text of a cell for a spreadsheet: dates and times in full, in this device's time zone; counts as numbers. */
export function clipboardText(column: DataColumn, row: Row, display: Display): string {
  if (!isFieldLoaded(row, column.id)) return display.t('answer.notLoaded')
  if (column.kind === 'submitted') {
    const time = submissionTimeOf(row)
    return time === undefined ? '' : localTime(time)
  }
  if (column.kind === 'person') return submittedBy(row) ?? ''
  if (column.kind === 'repeat') return String(entriesOf(row, column.id).length || '')
  if (column.source === 'system') return displayText(column, row, display)
  if (column.kind !== 'date' && column.kind !== 'dateTime' && column.kind !== 'shape') {
    return displayText(column, row, display)
  }
  const answer = answerOf(row, column.id) ?? ''
  return column.kind === 'shape' ? answer : localTime(answer)
}

/** The labels of the selected choices; the value of a choice that the form does not list. */
export function choiceLabels(column: AnswerColumn, answer: string, language: number | null): string[] {
  const choices = 'choices' in column ? column.choices : undefined
  return (column.kind === 'selectMultiple' ? selectedValuesOf(answer) : [answer]).map((value) => {
    const choice = choices?.get(value)
    return choice ? labelIn(choice, choiceLanguage(column, language)) : value
  })
}

function pointText(answer: string): string {
  const point = pointOf(answer)
  return point ? `${point.latitude}, ${point.longitude}` : answer
}
