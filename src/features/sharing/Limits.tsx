import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { choiceListsOf, labelIn, questionsOf } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { isCodename } from '#/api/kpi/permissions/codenames.ts'
import type { PartialPermission, RowRuleFilter } from '#/api/kpi/permissions/people.ts'
import { type AccessCondition, accessConditionsOf, limitsOf } from './read-filter.ts'
import classes from './sharing.module.css'
import { AnyOf } from './words.tsx'

interface LimitsProps {
  partial: readonly PartialPermission[]
  /** For the words of the answers that a limit names. */
  content: FormContent
}

/** Which submissions somebody's access reaches. */
export function Limits({ partial, content }: LimitsProps) {
  const { t } = useTranslation('sharing')
  const labelOf = useAnswerLabels(content)
  return limitsOf(partial).map(({ codename, filters }) => (
    <div key={codename ?? 'all'} className={classes.limit}>
      {codename !== null && isCodename(codename) && (
        <b>{t('limit.of', { permission: t(`permission.${codename}`) })} </b>
      )}
      <Filters filters={filters} labelOf={labelOf} />
    </div>
  ))
}

type LabelOf = (path: string, value: string) => string

/** The words of a choice, in the form's first language; the value itself where it is none. */
function useAnswerLabels({ survey, choices }: FormContent): LabelOf {
  return useMemo(() => {
    const listNames = new Map(questionsOf({ survey }).map(({ path, listName }) => [path, listName]))
    const lists = choiceListsOf({ choices })
    return (path, value) => {
      const choice = lists.get(listNames.get(path) ?? '')?.get(value)
      return choice ? labelIn(choice, 0) : value
    }
  }, [survey, choices])
}

interface FiltersProps {
  filters: readonly RowRuleFilter[]
  labelOf: LabelOf
}

/** One condition as a sentence; several as a list. One filter is enough, but all of its parts have to be met. */
function Filters({ filters, labelOf }: FiltersProps) {
  const { t } = useTranslation('sharing')
  const [first, ...others] = filters.map(accessConditionsOf)
  if (!first || first.length === 0) return t('limit.everything')
  const [only, ...more] = first
  if (others.length === 0 && only && more.length === 0) return <Said condition={only} labelOf={labelOf} whole />
  if (others.length === 0) return <AllOf conditions={first} labelOf={labelOf} />
  return (
    <>
      {t('limit.any')}
      <ul className={classes.conditions}>
        {[first, ...others].map((conditions, index) => (
          <li key={index}>
            {conditions.length === 1 && conditions[0] ? (
              <Said condition={conditions[0]} labelOf={labelOf} />
            ) : (
              <AllOf conditions={conditions} labelOf={labelOf} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function AllOf({ conditions, labelOf }: { conditions: readonly AccessCondition[]; labelOf: LabelOf }) {
  const { t } = useTranslation('sharing')
  return (
    <>
      {t('limit.all')}
      <ul className={classes.conditions}>
        {conditions.map((condition, index) => (
          <li key={index}>
            <Said condition={condition} labelOf={labelOf} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface SaidProps {
  condition: AccessCondition
  labelOf: LabelOf
  /** As a sentence of its own. */
  whole?: boolean
}

function Said({ condition, labelOf, whole = false }: SaidProps) {
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
  const components = {
    path: (
      <code className={classes.code}>
        <bdi dir="ltr">{path}</bdi>
      </code>
    ),
    values: <AnyOf items={values.map((value) => labelOf(path, value))} />,
  }
  return <Trans t={t} i18nKey={whole ? 'limit.answer' : 'limit.partAnswer'} components={components} />
}
