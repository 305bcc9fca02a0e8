import { Trans } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { submissionTimeOf, submittedBy } from '#/api/kpi/submissions/system-fields.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { AnswerFormContext } from '#/dataset/answers/form-context.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import { PanelAnswers } from './PanelAnswers.tsx'
import classes from './SubmissionPanel.module.css'

interface PanelContentProps {
  asset: Pick<Asset, 'uid' | 'content'>
  submission: Submission
  title: string
  columns: readonly AnswerColumn[]
  canValidate: boolean
  /** What scrolls. */
  scroller: HTMLElement | null
}

/** Status, sender, answers. */
export function PanelContent({ asset, submission, title, columns, canValidate, scroller }: PanelContentProps) {
  return (
    <>
      <div className={classes.top}>
        <StatusControl assetUid={asset.uid} submission={submission} title={title} canValidate={canValidate} />
        <SubmittedLine submission={submission} />
      </div>
      <AnswerFormContext value={asset.content}>
        <PanelAnswers submission={submission} columns={columns} scroller={scroller} />
      </AnswerFormContext>
    </>
  )
}

/** When it was sent, and by whom. */
export function SubmittedLine({ submission }: { submission: Submission }) {
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
