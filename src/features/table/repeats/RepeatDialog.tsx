import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { RawEntries } from '#/dataset/answers/RawEntries.tsx'
import { RepeatAnswers } from '#/dataset/answers/RepeatAnswers.tsx'
import { FormQuestionsContext } from '#/dataset/answers/form-context.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { AnswerColumn, DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { isFullyLoaded } from '#/lib/loaded-fields.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import classes from './RepeatDialog.module.css'

interface RepeatDialogProps {
  title: DataColumn
  column: AnswerColumn
  /** The row of the table, perhaps with some fields not loaded. */
  row: Row
  onClose: () => void
  /** Opens the row in the panel. */
  onOpen: () => void
}

/** A dialog with the entries of a repeat group as a table, nested groups included. */
export function RepeatDialog({ title, column, row, onClose, onOpen }: RepeatDialogProps) {
  const { t } = useTranslation(['submissions', 'common'])
  const name = useRowTitle(row, title)
  const source = useRowSource()
  // Relevance depends on all answers.
  const fullRow = useQuery({ ...source.one(row._id), enabled: !isFullyLoaded(row) })
  const entriesRow = fullRow.data ?? row
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={<bdi>{name}</bdi>}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <FormQuestionsContext value={isFullyLoaded(entriesRow) ? source.form.questions : null}>
        {column.source === 'repeat' ? (
          <RepeatAnswers row={entriesRow} entry={entriesRow} column={column} />
        ) : (
          <>
            <h4 className={classes.repeatName}>
              <ColumnLabel column={column} />
            </h4>
            <RawEntries entry={entriesRow} column={column} />
          </>
        )}
      </FormQuestionsContext>
      <DialogActions>
        <Button variant="default" onClick={onOpen}>
          {t('submissions:panel.open')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
