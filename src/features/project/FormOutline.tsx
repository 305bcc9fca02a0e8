import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { type Choice, type FormGroup, type FormQuestion, labelIn } from '#/dataset/model/form.ts'
import { isRecordedByDevice, questionKind } from '#/dataset/model/question-kind.ts'
import { choiceListsOf } from '#/dataset/sources/kpi/questions.ts'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import classes from './FormOutline.module.css'

interface FormOutlineProps {
  content: FormContent
  questions: FormQuestion[]
  /** Index of a language of the form; `null` for XML names. */
  language: number | null
  /** Whether what the device records is shown at first. */
  showsRecorded: boolean
}

/** The questions of a form in order, with headings for their groups; at the end, folded, what the device records. */
export function FormOutline({ content, questions, language, showsRecorded }: FormOutlineProps) {
  const { t } = useTranslation('project')
  const lists = useMemo(() => choiceListsOf(content), [content])
  const [recorded, asked] = partition(questions, ({ type }) => isRecordedByDevice(type))
  const label = t('form.recorded', { count: recorded.length })
  const list = (name: string, shown: FormQuestion[]) => (
    <ol className={classes.list} aria-label={name}>
      {shown.map((question, index) => (
        <QuestionItem
          key={question.path || index}
          question={question}
          opens={openedGroups(shown[index - 1], question)}
          language={language}
          choices={question.listName === null ? undefined : lists.get(question.listName)}
        />
      ))}
    </ol>
  )
  return (
    <div className={classes.outline}>
      <div className={classes.head}>
        <span>{t('form.question')}</span>
        <span>{t('form.type')}</span>
        <span>{t('form.xmlName')}</span>
      </div>
      {asked.length > 0 && list(t('tabs.form'), asked)}
      {recorded.length > 0 && (
        <details className={classes.recorded} open={showsRecorded}>
          <summary>{label}</summary>
          {list(label, recorded)}
        </details>
      )}
    </div>
  )
}

function partition<T>(items: readonly T[], matches: (item: T) => boolean): [T[], T[]] {
  return [items.filter(matches), items.filter((item) => !matches(item))]
}

/** The groups that start between two questions. */
function openedGroups(before: FormQuestion | undefined, question: FormQuestion): FormGroup[] {
  return question.groups.filter((group, depth) => before?.groups[depth]?.path !== group.path)
}

interface QuestionItemProps {
  question: FormQuestion
  opens: FormGroup[]
  language: number | null
  choices: Map<string, Choice> | undefined
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
        <TypeText type={question.type} isTechnical={language === null} />
        <bdi dir="ltr" className={classes.code}>
          {question.name}
        </bdi>
      </div>
    </li>
  )
}

/** The type of a question in words, or, among XML names, as the form has it. */
function TypeText({ type, isTechnical }: { type: string; isTechnical: boolean }) {
  const { t } = useTranslation(['project', 'submissions'])
  if (isTechnical)
    return (
      <bdi dir="ltr" className={classes.code}>
        {type}
      </bdi>
    )
  return (
    <span className={classes.type}>
      {type === 'note' ? t('project:form.note') : t(`submissions:kind.${questionKind(type)}`)}
    </span>
  )
}

function Choices({ choices, language }: { choices: Map<string, Choice>; language: number | null }) {
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
