import { useTranslation } from 'react-i18next'
import {
  choiceListsOf,
  type FormGroup,
  type FormQuestion,
  labelIn,
  type ListedChoice,
} from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import classes from './FormOutline.module.css'

interface FormOutlineProps {
  content: FormContent
  questions: FormQuestion[]
  /** Index of a language of the form; `null` for XML names. */
  language: number | null
}

/** The questions of a form in its order, under the groups around them. */
export function FormOutline({ content, questions, language }: FormOutlineProps) {
  const { t } = useTranslation('project')
  const lists = choiceListsOf(content)
  return (
    <ol className={classes.outline} aria-label={t('tabs.form')}>
      {questions.map((question, index) => (
        <QuestionItem
          key={question.path || index}
          question={question}
          opens={groupsOpened(questions[index - 1], question)}
          language={language}
          choices={question.listName === null ? undefined : lists.get(question.listName)}
        />
      ))}
    </ol>
  )
}

/** The groups that begin between one question and the next. */
function groupsOpened(before: FormQuestion | undefined, question: FormQuestion): FormGroup[] {
  return question.groups.filter((group, depth) => before?.groups[depth]?.path !== group.path)
}

interface QuestionItemProps {
  question: FormQuestion
  opens: FormGroup[]
  language: number | null
  choices: Map<string, ListedChoice> | undefined
}

function QuestionItem({ question, opens, language, choices }: QuestionItemProps) {
  const { t } = useTranslation('project')
  return (
    <li className={classes.item}>
      {opens.map((group) => (
        <h2 key={group.path} className={classes.group}>
          <bdi>{t(group.isRepeat ? 'form.repeat' : 'form.group', { label: labelIn(group, language) })}</bdi>
        </h2>
      ))}
      <div className={classes.question} data-depth={Math.min(question.groups.length, 3)}>
        <div>
          <bdi>{labelIn(question, language)}</bdi>
          {question.isRequired && <span className={classes.required}>{t('form.required')}</span>}
          {choices && <Choices choices={choices} language={language} />}
          {question.unreadable && <UnreadableItems kind="question" items={[question.unreadable]} />}
        </div>
        <bdi dir="ltr" className={classes.code}>
          {question.type}
        </bdi>
        <bdi dir="ltr" className={classes.code}>
          {question.name}
        </bdi>
      </div>
    </li>
  )
}

function Choices({ choices, language }: { choices: Map<string, ListedChoice>; language: number | null }) {
  const { t } = useTranslation('project')
  return (
    <details className={classes.choices}>
      <summary>{t('form.choices', { count: choices.size })}</summary>
      <ul>
        {[...choices.values()].map((choice) => (
          <li key={choice.name}>
            <bdi>{labelIn(choice, language)}</bdi>{' '}
            <bdi dir="ltr" className={classes.code}>
              {choice.name}
            </bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
