import { labelIn } from '#/api/kpi/form/questions.ts'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { submissionTimeOf, submittedBy, verdictOf } from '#/api/kpi/submissions/system-fields.ts'
import type { AnswerColumn, SubmissionColumn } from '#/dataset/model/columns.ts'
import { answerOf, chosenOf, entriesOf, pointCount, pointOf, timeOf } from '#/dataset/model/values.ts'
import { localTime } from '#/lib/local-time.ts'
import { STATUS_LABELS } from './StatusLabel.tsx'
import type { Display } from './display.ts'

/** The words of a cell as the table shows them; empty where nothing was answered. */
export function shownText(column: SubmissionColumn, row: Submission, { t, format, language }: Display): string {
  if (!isFieldLoaded(row, column.id)) return t('answer.notLoaded')
  if (column.kind === 'status') return t(`status.${STATUS_LABELS[verdictOf(row) ?? 'none']}`)
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
  if (answer === null) return ''
  switch (column.kind) {
    case 'one':
    case 'several':
      return choiceText(column, answer, language).join(', ')
    case 'date':
      return format.date(answer)
    case 'dateTime':
      return format.dateTime(answer)
    case 'time':
      return timeOf(answer)
    case 'place':
      return placeWords(answer)
    case 'shape':
      return t('answer.points', { count: pointCount(answer) })
    default:
      return answer
  }
}

/** The same for another program: days and hours in full, of this device's time zone; a count as a number. */
export function copiedText(column: SubmissionColumn, row: Submission, reading: Display): string {
  if (!isFieldLoaded(row, column.id)) return reading.t('answer.notLoaded')
  if (column.kind === 'submitted') {
    const time = submissionTimeOf(row)
    return time === undefined ? '' : localTime(time)
  }
  if (column.kind === 'person') return submittedBy(row) ?? ''
  if (column.kind === 'repeat') return String(entriesOf(row, column.id).length || '')
  if (column.source === 'system') return shownText(column, row, reading)
  if (column.kind !== 'date' && column.kind !== 'dateTime' && column.kind !== 'shape') {
    return shownText(column, row, reading)
  }
  const answer = answerOf(row, column.id) ?? ''
  return column.kind === 'shape' ? answer : localTime(answer)
}

/** Each choice by its label; one that the form does not list as it was sent. */
export function choiceText(column: AnswerColumn, answer: string, language: number | null): string[] {
  const choices = column.source === 'question' ? column.choices : undefined
  return (column.kind === 'several' ? chosenOf(answer) : [answer]).map((value) => {
    const choice = choices?.get(value)
    return choice ? labelIn(choice, language) : value
  })
}

function placeWords(answer: string): string {
  const place = pointOf(answer)
  return place ? `${place.latitude}, ${place.longitude}` : answer
}
