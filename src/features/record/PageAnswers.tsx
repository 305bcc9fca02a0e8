import { Switch } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { FormQuestionsContext } from '#/dataset/answers/form-context.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { answerOf, entriesOf } from '#/dataset/model/values.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { useAnswerEditing } from '#/features/record/edit/use-answer-editing.ts'
import { EditableAnswers } from './EditableAnswers.tsx'
import { AnswerSection } from './PanelAnswers.tsx'
import classes from './SubmissionPage.module.css'
import { answerSections } from './answer-sections.ts'

interface PageAnswersProps {
  asset: Asset
  submission: Submission
  columns: readonly AnswerColumn[]
}

const isAnswered = (submission: Submission, { id, kind }: AnswerColumn) =>
  kind === 'repeat' ? entriesOf(submission, id).length > 0 : answerOf(submission, id) !== null

/** All answers, under the groups of the form, which can be edited in place. Unanswered questions are hidden at first. */
export function PageAnswers({ asset, submission, columns }: PageAnswersProps) {
  const { questions } = useRowSource().form
  const { t } = useTranslation('submission')
  const [showsUnanswered, setShowsUnanswered] = useState(false)
  const section = useRef<HTMLElement>(null)
  const { editing, buttons } = useAnswerEditing({ asset, id: submission._id, submission, container: section })
  const { openPaths, savedEdits } = editing ?? {}
  const answered = useMemo(() => columns.filter((column) => isAnswered(submission, column)), [columns, submission])
  const visibleColumns = useMemo(
    () =>
      showsUnanswered
        ? columns
        : columns.filter(
            (column) => answered.includes(column) || openPaths?.has(column.id) || savedEdits?.has(column.id),
          ),
    [columns, answered, showsUnanswered, openPaths, savedEdits],
  )
  const sections = useMemo(() => answerSections(visibleColumns), [visibleColumns])
  const unansweredCount = columns.length - answered.length
  return (
    <FormQuestionsContext value={questions}>
      <EditableAnswers editing={editing} buttons={buttons}>
        <section ref={section} className={classes.answers} aria-label={t('answers')}>
          <div className={classes.tools}>
            <Switch
              label={t('showBlank', { count: unansweredCount })}
              checked={showsUnanswered}
              disabled={unansweredCount === 0}
              onChange={({ currentTarget }) => setShowsUnanswered(currentTarget.checked)}
            />
          </div>
          {sections.map((section) => (
            <div key={section.key} className={classes.section}>
              <AnswerSection submission={submission} section={section} />
            </div>
          ))}
          {visibleColumns.length === 0 && <p className={classes.none}>{t('noAnswers')}</p>}
        </section>
      </EditableAnswers>
    </FormQuestionsContext>
  )
}
