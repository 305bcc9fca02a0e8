import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { useTargetRows } from './use-target-rows.ts'

/** Asks before submissions are duplicated, which cannot be undone: collects them again first. */
export function BulkDuplicate({ filter, columns, target, onStart, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const targetRows = useTargetRows(target, NO_FIELDS)
  const isReady = targetRows.state === 'ready'
  const count = isReady ? targetRows.ids.length : target.count
  return (
    <ConfirmDialog
      opened
      title={t('duplicate.title', { count })}
      confirmLabel={t('duplicate.confirm', { count })}
      ready={isReady && count > 0}
      onConfirm={() => isReady && onStart({ kind: 'duplicate' }, targetRows.ids, target.query)}
      onClose={onClose}
    >
      <CollectingRows targetRows={targetRows} target={target} />
      {isReady && target.ids === null && (
        <p>
          <TargetSummary filter={filter} columns={columns} target={target} />
        </p>
      )}
      <p>{t('duplicate.text')}</p>
    </ConfirmDialog>
  )
}

const NO_FIELDS: readonly string[] = []
