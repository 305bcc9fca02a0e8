import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { submissionQueries } from '#/api/submissions/queries.ts'
import { isFullyLoaded } from '#/api/submissions/loaded-fields.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { Dialog, DialogActions } from '#/ui/Dialog.tsx'
import { AnswerFormContext } from './answer-form.ts'
import { ColumnName } from './ColumnName.tsx'
import type { AnswerColumn, SubmissionColumn } from './columns.ts'
import classes from './PanelAnswers.module.css'
import { RepeatAnswers } from './RepeatAnswers.tsx'
import { UnknownEntries } from './UnknownEntries.tsx'
import type { FormOfProject } from './use-older-columns.ts'
import { useTitle } from './use-title.ts'

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
  const name = useTitle(row, title)
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
              <ColumnName column={column} />
            </h4>
            <UnknownEntries row={submission} column={column} />
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
