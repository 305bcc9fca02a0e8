import { useTranslation } from 'react-i18next'
import { readRefusal } from '#/api/kpi/deployment/read-refusal.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import classes from './Publishing.module.css'

interface RefusalTextProps {
  /** The server's text. */
  message: string
  content: FormContent
}

/** What the server found wrong in the form: in words, with the question and the row; its own text is folded. */
export function RefusalText({ message, content }: RefusalTextProps) {
  const { t } = useTranslation('deployment')
  const { code, row, sheet, questions, value = '' } = readRefusal(message, content)
  const labelOf = (question: string) => {
    const row = content.survey.find(({ name, $autoname = name }) => $autoname === question)
    return [row?.label].flat()[0] ?? question
  }
  return (
    <div className={classes.problem}>
      <p>
        <b>{t(`refusal.${code}`, { value })}</b>
      </p>
      {questions.length > 0 && (
        <ul className={classes.questions} aria-label={t('refusal.questions', { count: questions.length })}>
          {questions.map((name) => (
            <li key={name}>
              <bdi>{labelOf(name)}</bdi>{' '}
              <bdi dir="ltr" className={classes.code}>
                {name}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {row !== undefined && <p>{t(sheet === 'choices' ? 'refusal.rowOfChoices' : 'refusal.rowOfSurvey', { row })}</p>}
      <p>{t(`refusal.todo.${code}`)}</p>
      <details className={classes.raw}>
        <summary>{t('refusal.details')}</summary>
        <pre dir="auto" className={classes.rawText}>
          {message}
        </pre>
      </details>
    </div>
  )
}
