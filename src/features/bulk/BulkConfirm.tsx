import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import type { BulkAction } from './bulk-job.ts'
import { useTargetRows } from './use-target-rows.ts'

/** Counts again just before. What can be taken back begins by itself where the number is the one that was shown. */
export function BulkConfirm({
  asset,
  filter,
  columns,
  target,
  action,
  onBegin,
  onClose,
}: BulkDialogProps & { action: BulkAction }) {
  const { t } = useTranslation('bulk')
  const gathered = useTargetRows(asset.uid, target, NO_FIELDS)
  const isReady = gathered.state === 'ready'
  const count = isReady ? gathered.ids.length : target.count
  const isDuplicating = action.kind === 'duplicate'
  const goesByItself = isReady && !isDuplicating && count === target.count
  const begin = () => isReady && onBegin(action, gathered.ids, target.query)
  const onReady = useEffectEvent(begin)
  useEffect(() => {
    if (goesByItself) onReady()
  }, [goesByItself])

  return (
    <ConfirmDialog
      opened
      title={t(isDuplicating ? 'duplicate.title' : 'status.title', { count })}
      confirmLabel={t(isDuplicating ? 'duplicate.confirm' : 'status.confirm', { count })}
      ready={isReady && count > 0}
      onConfirm={begin}
      onClose={onClose}
    >
      <CollectingRows gathered={gathered} target={target} />
      {isReady && target.ids === null && (
        <p>
          <TargetSummary filter={filter} columns={columns} target={target} />
        </p>
      )}
      {isDuplicating && <p>{t('duplicate.text')}</p>}
    </ConfirmDialog>
  )
}

const NO_FIELDS: readonly string[] = []
