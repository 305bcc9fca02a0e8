import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { isCodename } from '#/api/kpi/permissions/codenames.ts'
import type { PartialPermission, RowRuleFilter } from '#/api/kpi/permissions/partial.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { choiceListsOf, questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { LazyFilterText } from './LazyRulesEditor.tsx'
import { RuleNotes } from './RuleNotes.tsx'
import { type AccessCondition, accessConditionsOf, limitsOf } from './read-filter.ts'
import { AnyOf } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

interface LimitsProps {
  partial: readonly PartialPermission[]
  /** For the labels of the questions and choices in row filters. */
  content: FormContent
}

/** Describes for which submissions a user has permissions. */
export function Limits({ partial, content }: LimitsProps) {
  const { t } = useTranslation('sharing')
  const labels = useConditionLabels(content)
  return limitsOf(partial).map(({ codename, filters }) => (
    <div key={codename ?? 'all'} className={classes.limit}>
      {codename !== null && isCodename(codename) && (
        <b>{t('limit.of', { permission: t(`permission.${codename}`) })} </b>
      )}
      <Filters filters={filters} labels={labels} content={content} />
      {filters.map((filter, index) => (
        <RuleNotes key={index} filter={filter} content={content} onlyFaults />
      ))}
    </div>
  ))
}

interface ConditionLabels {
  /** `undefined` if the form does not have the question. */
  question: (path: string) => string | undefined
  /** The label of a choice, or the value. */
  answer: (path: string, value: string) => string
}

/** The labels of questions and choices in the form's first language. */
function useConditionLabels({ survey, choices }: FormContent): ConditionLabels {
  return useMemo(() => {
    const questions = new Map(questionsOf({ survey }).map((question) => [question.path, question]))
    const lists = choiceListsOf({ choices })
    return {
      question: (path) => {
        const question = questions.get(path)
        return question && labelIn(question, 0)
      },
      answer: (path, value) => {
        const choice = lists.get(questions.get(path)?.listName ?? '')?.get(value)
        return choice ? labelIn(choice, 0) : value
      },
    }
  }, [survey, choices])
}

interface FiltersProps {
  filters: readonly RowRuleFilter[]
  labels: ConditionLabels
  content: FormContent
}

/** Filters with other comparisons than "is", in the words of the table's filter. */
function OtherFilters({ filters, content }: Omit<FiltersProps, 'labels'>) {
  const { t } = useTranslation('sharing')
  return (
    <>
      {t(filters.length > 1 ? 'limit.any' : 'limit.those')}
      <ul className={classes.conditions}>
        {filters.map((filter, index) => (
          <li key={index}>
            <LazyFilterText filter={filter} content={content} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Filters as a list. A submission has to match one filter, with all its conditions. */
function Filters({ filters, labels, content }: FiltersProps) {
  const { t } = useTranslation('sharing')
  if (filters.some((filter) => accessConditionsOf(filter).some(({ kind }) => kind === 'other')))
    return <OtherFilters filters={filters} content={content} />
  const [first, ...others] = filters.map(accessConditionsOf)
  if (!first || first.length === 0) return t('limit.everything')
  const [only, ...more] = first
  if (others.length === 0 && only && more.length === 0) return <ConditionText condition={only} labels={labels} whole />
  if (others.length === 0) return <AllOf conditions={first} labels={labels} />
  return (
    <>
      {t('limit.any')}
      <ul className={classes.conditions}>
        {[first, ...others].map((conditions, index) => (
          <li key={index}>
            {conditions.length === 1 && conditions[0] ? (
              <ConditionText condition={conditions[0]} labels={labels} />
            ) : (
              <AllOf conditions={conditions} labels={labels} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function AllOf({ conditions, labels }: { conditions: readonly AccessCondition[]; labels: ConditionLabels }) {
  const { t } = useTranslation('sharing')
  return (
    <>
      {t('limit.all')}
      <ul className={classes.conditions}>
        {conditions.map((condition, index) => (
          <li key={index}>
            <ConditionText condition={condition} labels={labels} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface SaidProps {
  condition: AccessCondition
  labels: ConditionLabels
  /** As a complete sentence. */
  whole?: boolean
}

function ConditionText({ condition, labels, whole = false }: SaidProps) {
  const { t } = useTranslation('sharing')
  if (condition.kind === 'other') {
    return (
      <code className={classes.code}>
        <bdi dir="ltr">{condition.json}</bdi>
      </code>
    )
  }
  if (condition.kind === 'sent-by') {
    const names = <AnyOf items={condition.usernames} />
    return <Trans t={t} i18nKey={whole ? 'limit.sentBy' : 'limit.partSentBy'} components={{ names }} />
  }
  const { path, values } = condition
  const label = labels.question(path)
  const components = {
    path:
      label === undefined ? (
        <code className={classes.code}>
          <bdi dir="ltr">{path}</bdi>
        </code>
      ) : (
        <bdi>{label}</bdi>
      ),
    values: <AnyOf items={values.map((value) => labels.answer(path, value))} />,
  }
  return <Trans t={t} i18nKey={whole ? 'limit.answer' : 'limit.partAnswer'} components={components} />
}
