import { Checkbox, Select } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { AnswerInput } from '#/dataset/inputs/AnswerInput.tsx'
import { isEditable } from '#/dataset/inputs/input-value.ts'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import type { BulkDialogProps } from './BulkActions.tsx'
import { BulkEditPreview } from './BulkEditPreview.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { dependsOnOtherAnswers } from './bulk-edit-check.ts'
import { useBulkEditCheck } from './use-bulk-edit-check.ts'
import { useTargetRows } from './use-target-rows.ts'

/** Asks for a question and its new answer in many submissions, and shows how many of their answers change. */
export function BulkEdit({ asset, filter, columns, target, onStart, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'submission'])
  const reading = useDisplay()
  const optionsFilter = useOptionsFilter()
  const [path, setPath] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [isRemoving, setIsRemoving] = useState(false)
  const questions = useMemo(
    () => columns.form.filter((column): column is QuestionColumn => column.source === 'question' && isEditable(column)),
    [columns.form],
  )
  const column = questions.find(({ id }) => id === path)
  const value = isRemoving ? '' : typed
  const isComplete = column !== undefined && (isRemoving || typed !== '')
  useUnsaved(isComplete)
  const fields = useMemo(() => (column ? (dependsOnOtherAnswers(column) ? undefined : [column.id]) : null), [column])
  const targetRows = useTargetRows(target, fields)
  const rows = targetRows.state === 'ready' ? targetRows.rows : null
  const { check, isCurrent } = useBulkEditCheck(
    isComplete ? column : null,
    value,
    formOf(asset.content).questions,
    rows,
  )
  const isInvalid = check !== null && check.validIds.length === 0 && check.problem !== null
  const problemText = useProblemText()
  const problem = isInvalid && check.problem ? <bdi>{problemText(check.problem)}</bdi> : null
  const changeCount = check ? check.other + (isRemoving ? 0 : check.blank) : 0

  return (
    <ConfirmDialog
      opened
      title={t('bulk:edit.title', { count: rows?.length ?? target.count })}
      confirmLabel={t(isRemoving ? 'bulk:edit.remove' : 'bulk:edit.confirm', { count: changeCount })}
      ready={isCurrent && changeCount > 0}
      onConfirm={() =>
        check && column && onStart({ kind: 'edit', path: column.id, value }, check.validIds, target.query)
      }
      onClose={onClose}
    >
      <Select
        label={t('bulk:edit.question')}
        searchable
        filter={optionsFilter}
        nothingFoundMessage={t('bulk:edit.noQuestion')}
        data={questions.map((question) => ({ value: question.id, label: columnName(question, reading) }))}
        value={path}
        onChange={(next) => {
          setPath(next)
          setTyped('')
        }}
      />
      {column ? (
        <>
          <AnswerInput
            key={column.id}
            column={column}
            value={value}
            onChange={setTyped}
            label={t('bulk:edit.answer')}
            error={isRemoving ? null : problem}
            disabled={isRemoving}
          />
          <Checkbox
            label={t('bulk:edit.removeAnswer')}
            checked={isRemoving}
            error={isRemoving ? problem : null}
            onChange={({ currentTarget: { checked } }) => setIsRemoving(checked)}
          />
          <CollectingRows targetRows={targetRows} target={target} />
          {rows && target.ids === null && (
            <p>
              <TargetSummary filter={filter} columns={columns} target={target} />
            </p>
          )}
          {check && !isInvalid && <BulkEditPreview check={check} isRemoving={isRemoving} />}
          <Note hue="petrol" icon={IconInfoCircle}>
            <p>{t('bulk:edit.help')}</p>
          </Note>
        </>
      ) : (
        <p>{t('bulk:edit.excluded')}</p>
      )}
    </ConfirmDialog>
  )
}
