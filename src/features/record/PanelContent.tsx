import { Trans } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { FormQuestionsContext } from '#/dataset/answers/form-context.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { submissionTimeOf, submittedBy } from '#/dataset/model/system-fields.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import type { AnswerEditing } from '#/features/record/edit/use-answer-editing.ts'
import { EditableAnswers } from './EditableAnswers.tsx'
import { PanelAnswers } from './PanelAnswers.tsx'
import classes from './SubmissionPanel.module.css'

interface PanelContentProps {
  row: Row
  title: string
  columns: readonly AnswerColumn[]
  /** `null` if the answers cannot be edited. */
  answerEditing: AnswerEditing | null
  /** The scrolling element. */
  scroller: HTMLElement | null
}

/** The validation status, the submitter and the answers. */
export function PanelContent({ row, title, columns, answerEditing, scroller }: PanelContentProps) {
  const { form } = useRowSource()
  const openPaths = answerEditing?.editing?.openPaths
  const answers = <PanelAnswers submission={row} columns={columns} openPaths={openPaths} scroller={scroller} />
  return (
    <>
      <div className={classes.top}>
        <StatusControl row={row} title={title} />
        <SubmittedLine submission={row} />
      </div>
      <FormQuestionsContext value={form.questions}>
        {answerEditing ? <EditableAnswers {...answerEditing}>{answers}</EditableAnswers> : answers}
      </FormQuestionsContext>
    </>
  )
}

/** When a submission was sent, and by whom. */
export function SubmittedLine({ submission }: { submission: Row }) {
  const { t, format } = useDisplay()
  const time = submissionTimeOf(submission)
  const username = submittedBy(submission)
  if (time === undefined) return null
  return (
    <p className={classes.submitted}>
      {username ? (
        <Trans
          t={t}
          i18nKey="panel.submitted"
          components={{ when: <bdi>{format.fullDateTime(time)}</bdi>, name: <bdi>{username}</bdi> }}
        />
      ) : (
        t('panel.submittedAnonymously', { time: format.fullDateTime(time) })
      )}
    </p>
  )
}
