import { IconAlertTriangle } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import type { RowRuleFilter } from '#/api/kpi/permissions/partial.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { Note } from '#/ui/feedback/Note.tsx'
import { isFault, type RuleProblem, ruleProblems } from './rule-problems.ts'

interface RuleNotesProps {
  filter: RowRuleFilter
  content: FormContent
  /** Without what only explains a rule that works. */
  onlyFaults?: boolean
}

/** Where a rule cannot work, and what is not obvious about it. */
export function RuleNotes({ filter, content, onlyFaults = false }: RuleNotesProps) {
  const form = formOf(content)
  const problems = ruleProblems(filter, form)
  const faults = problems.filter(isFault)
  const hints = onlyFaults ? [] : problems.filter((problem) => !isFault(problem))
  const textOf = (problem: RuleProblem) => (
    <ProblemText key={JSON.stringify(problem)} problem={problem} content={content} />
  )
  return (
    <>
      {faults.length > 0 && (
        <Note hue="ochre" icon={IconAlertTriangle}>
          {faults.map(textOf)}
        </Note>
      )}
      {hints.length > 0 && <div className={classes.small}>{hints.map(textOf)}</div>}
    </>
  )
}

function ProblemText({ problem: { kind, subject = '' }, content }: { problem: RuleProblem; content: FormContent }) {
  const { t } = useTranslation('sharing')
  const question = formOf(content).questions.find(({ path }) => path === subject)
  const label = question ? labelIn(question, 0) : subject
  return (
    <p>
      <Trans t={t} i18nKey={`rule.problem.${kind}`} components={{ subject: <bdi>{label}</bdi> }} />
    </p>
  )
}
