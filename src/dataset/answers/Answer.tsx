import type { ReactNode } from 'react'
import { isFieldMissing } from '#/api/kpi/submissions/loaded-fields.ts'
import type { AnswerColumn, QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers, entriesOf, pointCount, pointOf, timeOf } from '#/dataset/model/values.ts'
import classes from './Answer.module.css'
import { OneChoice, SeveralChoices } from './ChoiceAnswer.tsx'
import { KindIcon } from './KindIcon.tsx'
import { useDisplay } from './display.ts'

interface AnswerProps {
  column: AnswerColumn
  row: Answers
  /** All of it, where there is room; else on one line. */
  whole?: boolean
}

const CHIPS_IN_A_CELL = 4
/** More letters than any cell shows; an essay would be laid out for nothing. */
const LETTERS_IN_A_CELL = 200

/** An answer, by what its question asks for. */
export function Answer({ column, row, whole = false }: AnswerProps) {
  const { t } = useDisplay()
  if (isFieldMissing(row, column.id)) return <NotLoaded />
  if (column.kind === 'repeat') {
    const { length } = entriesOf(row, column.id)
    return length > 0 ? t('answer.entries', { count: length }) : <NoAnswer whole={whole} />
  }
  const answer = answerOf(row, column.id)
  if (answer === null) return <NoAnswer whole={whole} />
  const words = whole ? answer : answer.slice(0, LETTERS_IN_A_CELL)
  if (column.source !== 'question') return <bdi>{words}</bdi>
  return (
    <AnswerText column={column} answer={answer} whole={whole}>
      {words}
    </AnswerText>
  )
}

/** Says of a field that no request asked for that it is not known. */
export function NotLoaded() {
  const { t } = useDisplay()
  return <span className={classes.blank}>{t('answer.notLoaded')}</span>
}

function NoAnswer({ whole }: { whole: boolean }) {
  const { t } = useDisplay()
  return <span className={classes.blank}>{t(whole ? 'answer.none' : 'answer.blank')}</span>
}

interface AnswerTextProps {
  column: QuestionColumn
  answer: string
  whole: boolean
  /** What is shown of it as it was sent. */
  children: ReactNode
}

function AnswerText({ column, answer, whole, children }: AnswerTextProps) {
  const { format, t } = useDisplay()
  switch (column.kind) {
    case 'one':
      return <OneChoice answer={answer} choices={column.choices} />
    case 'several':
      return <SeveralChoices answer={answer} choices={column.choices} limit={whole ? Infinity : CHIPS_IN_A_CELL} />
    case 'date':
      return <bdi>{format.date(answer)}</bdi>
    case 'dateTime':
      return <bdi>{whole ? format.fullDateTime(answer) : format.dateTime(answer)}</bdi>
    case 'time':
      return <bdi dir="ltr">{timeOf(answer)}</bdi>
    case 'place':
      return <PlaceText answer={answer} whole={whole} />
    case 'shape':
      return t('answer.points', { count: pointCount(answer) })
    case 'photo':
    case 'audio':
    case 'video':
    case 'file':
      return <FileName column={column}>{children}</FileName>
    case 'number':
    case 'device':
      return <bdi dir="ltr">{children}</bdi>
    case 'text':
    case 'calculation':
      return <bdi className={whole ? classes.long : undefined}>{children}</bdi>
  }
}

const mapOf = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`

function PlaceText({ answer, whole }: Pick<AnswerTextProps, 'answer' | 'whole'>) {
  const { t, format } = useDisplay()
  const place = pointOf(answer)
  if (!place) return <bdi dir="ltr">{answer}</bdi>
  return (
    <>
      <bdi dir="ltr" className={classes.place}>
        {place.latitude}, {place.longitude}
      </bdi>
      {whole && place.accuracy !== null && (
        <span className={classes.beside}> {t('answer.accuracy', { metres: format.number(place.accuracy) })}</span>
      )}
      {whole && (
        <>
          {' '}
          <a
            className={classes.map}
            href={mapOf(Number(place.latitude), Number(place.longitude))}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('answer.onMap')}
          </a>
        </>
      )}
    </>
  )
}

function FileName({ column, children }: Pick<AnswerTextProps, 'column' | 'children'>) {
  return (
    <>
      <KindIcon column={column} size={16} className={classes.fileIcon} />
      <bdi>{children}</bdi>
    </>
  )
}
