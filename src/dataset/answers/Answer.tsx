import type { ReactNode } from 'react'
import type { AnswerColumn, QuestionColumn, SupplementColumn } from '#/dataset/model/columns.ts'
import { choiceLanguage, isPendingReview } from '#/dataset/model/supplements.ts'
import { answerOf, type Answers, entriesOf, pointCount, pointOf, timeOf } from '#/dataset/model/values.ts'
import { isFieldMissing } from '#/lib/loaded-fields.ts'
import classes from './Answer.module.css'
import { OneChoice, SeveralChoices, Tags } from './ChoiceAnswer.tsx'
import { KindIcon } from './KindIcon.tsx'
import { SupplementMarks } from './SupplementMarks.tsx'
import { useDisplay } from './display.ts'

interface AnswerProps {
  column: AnswerColumn
  /** The row, or the entry of a repeat group, that has the answer. */
  entry: Answers
  /** The complete answer, on several lines if need be. By default it is shortened to one line. */
  isFull?: boolean
}

const MAX_CELL_CHIPS = 4
/** More characters than any cell shows: rendering more of a long text would be wasted. */
const MAX_CELL_CHARACTERS = 200

/** Shows an answer by the kind of its column. */
export function Answer({ column, entry, isFull = false }: AnswerProps) {
  const { t } = useDisplay()
  if (isFieldMissing(entry, column.id)) return <NotLoaded />
  if (column.kind === 'repeat') {
    const { length } = entriesOf(entry, column.id)
    return length > 0 ? t('answer.entries', { count: length }) : <NoAnswer isFull={isFull} />
  }
  const answer = answerOf(entry, column.id)
  if (answer === null) {
    const isPending = column.source === 'supplement' && isPendingReview(entry, column)
    return isPending ? <PendingReview /> : <NoAnswer isFull={isFull} />
  }
  const text = isFull ? answer : answer.slice(0, MAX_CELL_CHARACTERS)
  if (column.source !== 'question' && column.source !== 'supplement') return <bdi>{text}</bdi>
  return (
    <>
      <AnswerText column={column} answer={answer} isFull={isFull}>
        {text}
      </AnswerText>
      {isFull && column.source === 'supplement' && <SupplementMarks column={column} row={entry} />}
    </>
  )
}

/** In place of a value that was not requested from the server. */
export function NotLoaded() {
  const { t } = useDisplay()
  return <span className={classes.blank}>{t('answer.notLoaded')}</span>
}

function NoAnswer({ isFull }: { isFull: boolean }) {
  const { t } = useDisplay()
  return <span className={classes.blank}>{t(isFull ? 'answer.none' : 'answer.blank')}</span>
}

/** In place of a text that was made automatically, until somebody has accepted it. */
function PendingReview() {
  const { t } = useDisplay()
  return <span className={classes.blank}>{t('answer.pendingReview')}</span>
}

interface AnswerTextProps {
  column: QuestionColumn | SupplementColumn
  answer: string
  isFull: boolean
  /** The answer as it was sent, perhaps shortened. */
  children: ReactNode
}

function AnswerText({ column, answer, isFull, children }: AnswerTextProps) {
  const { format, t, language } = useDisplay()
  switch (column.kind) {
    case 'selectOne':
      return <OneChoice answer={answer} choices={column.choices} language={choiceLanguage(column, language)} />
    case 'selectMultiple':
      return (
        <SeveralChoices
          answer={answer}
          choices={column.choices}
          language={choiceLanguage(column, language)}
          limit={isFull ? Infinity : MAX_CELL_CHIPS}
        />
      )
    case 'tags':
      return <Tags answer={answer} limit={isFull ? Infinity : MAX_CELL_CHIPS} />
    case 'date':
      return <bdi>{format.date(answer)}</bdi>
    case 'dateTime':
      return <bdi>{isFull ? format.fullDateTime(answer) : format.dateTime(answer)}</bdi>
    case 'time':
      return <bdi dir="ltr">{timeOf(answer)}</bdi>
    case 'point':
      return <PointText answer={answer} isFull={isFull} />
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
      return <bdi className={isFull ? classes.long : undefined}>{children}</bdi>
  }
}

const mapUrl = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`

function PointText({ answer, isFull }: Pick<AnswerTextProps, 'answer' | 'isFull'>) {
  const { t, format } = useDisplay()
  const point = pointOf(answer)
  if (!point) return <bdi dir="ltr">{answer}</bdi>
  return (
    <>
      <bdi dir="ltr" className={classes.point}>
        {point.latitude}, {point.longitude}
      </bdi>
      {isFull && point.accuracy !== null && (
        <span className={classes.beside}> {t('answer.accuracy', { metres: format.number(point.accuracy) })}</span>
      )}
      {isFull && (
        <>
          {' '}
          <a
            className={classes.map}
            href={mapUrl(Number(point.latitude), Number(point.longitude))}
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
