import { Checkbox, Select } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { AnswerInput } from '#/dataset/inputs/AnswerInput.tsx'
import { isTyped } from '#/dataset/inputs/input-value.ts'
import { useProblemText } from '#/dataset/inputs/use-problem-text.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { useOptionsFilter } from '#/ui/use-options-filter.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import type { BulkDialogProps } from './BulkActions.tsx'
import { BulkEditPreview } from './BulkEditPreview.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { looksAround } from './bulk-edit-check.ts'
import { useBulkEditCheck } from './use-bulk-edit-check.ts'
import { useTargetRows } from './use-target-rows.ts'

/** Writes one answer into many: which question, the new answer, and what it means for those that have another now. */
export function BulkEdit({ asset, filter, columns, target, onBegin, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'submission'])
  const reading = useDisplay()
  const optionsFilter = useOptionsFilter()
  const [path, setPath] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [isRemoving, setIsRemoving] = useState(false)
  const questions = useMemo(
    () => columns.form.filter((column): column is QuestionColumn => column.source === 'question' && isTyped(column)),
    [columns.form],
  )
  const column = questions.find(({ id }) => id === path)
  const value = isRemoving ? '' : typed
  const isGiven = column !== undefined && (isRemoving || typed !== '')
  useUnsaved(isGiven)
  const fields = useMemo(() => (column ? (looksAround(column) ? undefined : [column.id]) : null), [column])
  const gathered = useTargetRows(asset.uid, target, fields)
  const rows = gathered.state === 'ready' ? gathered.rows : null
  const { check, isNewest } = useBulkEditCheck(isGiven ? column : null, value, asset.content, rows)
  const isRefused = check !== null && check.fitting.length === 0 && check.problem !== null
  const words = useProblemText()
  const problem = isRefused && check.problem ? <bdi>{words(check.problem)}</bdi> : null
  const writes = check ? check.other + (isRemoving ? 0 : check.blank) : 0

  return (
    <ConfirmDialog
      opened
      title={t('bulk:edit.title', { count: rows?.length ?? target.count })}
      confirmLabel={t(isRemoving ? 'bulk:edit.remove' : 'bulk:edit.confirm', { count: writes })}
      ready={isNewest && writes > 0}
      onConfirm={() =>
        check && column && onBegin({ kind: 'edit', path: column.id, value }, check.fitting, target.query)
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
            label={t('bulk:edit.removeIt')}
            checked={isRemoving}
            error={isRemoving ? problem : null}
            onChange={({ currentTarget: { checked } }) => setIsRemoving(checked)}
          />
          <CollectingRows gathered={gathered} target={target} />
          {rows && target.ids === null && (
            <p>
              <TargetSummary filter={filter} columns={columns} target={target} />
            </p>
          )}
          {check && !isRefused && <BulkEditPreview check={check} isRemoving={isRemoving} />}
          <Note hue="petrol" icon={IconInfoCircle}>
            <p>{t('bulk:edit.help')}</p>
          </Note>
        </>
      ) : (
        <p>{t('bulk:edit.which')}</p>
      )}
    </ConfirmDialog>
  )
}
