import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isFullyLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { RawEntries } from '#/dataset/answers/RawEntries.tsx'
import { RepeatAnswers } from '#/dataset/answers/RepeatAnswers.tsx'
import { AnswerFormContext } from '#/dataset/answers/form-context.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { AnswerColumn, SubmissionColumn } from '#/dataset/model/columns.ts'
import type { FormOfProject } from '#/dataset/rows/use-version-columns.ts'
import { Dialog, DialogActions } from '#/ui/Dialog.tsx'
import classes from './RepeatDialog.module.css'

interface RepeatDialogProps {
  asset: FormOfProject
  title: SubmissionColumn
  column: AnswerColumn
  /** As the table has it, perhaps not with all answers. */
  row: Submission
  onClose: () => void
  /** Opens the submission itself. */
  onOpen: () => void
}

/** The entries of a repeat group as a table of their own, those of groups inside it too. */
export function RepeatDialog({ asset, title, column, row, onClose, onOpen }: RepeatDialogProps) {
  const { t } = useTranslation(['submissions', 'common'])
  const name = useRowTitle(row, title)
  // What was not asked is told by the other answers.
  const one = useQuery({ ...submissionQueries.one(asset.uid, row._id), enabled: !isFullyLoaded(row) })
  const submission = one.data ?? row
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={<bdi>{name}</bdi>}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <AnswerFormContext value={isFullyLoaded(submission) ? asset.content : null}>
        {column.source === 'repeat' ? (
          <RepeatAnswers submission={submission} row={submission} column={column} />
        ) : (
          <>
            <h4 className={classes.repeatName}>
              <ColumnLabel column={column} />
            </h4>
            <RawEntries row={submission} column={column} />
          </>
        )}
      </AnswerFormContext>
      <DialogActions>
        <Button variant="default" onClick={onOpen}>
          {t('submissions:panel.open')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
