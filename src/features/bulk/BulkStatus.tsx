import { useTranslation } from 'react-i18next'
import { STATUS_LABELS, StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import type { Status } from '#/dataset/query/status.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import classes from './BulkParts.module.css'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { countStatuses, type StatusCount } from './count-statuses.ts'
import { useTargetRows } from './use-target-rows.ts'

/**
 * Asks before many submissions get another status, with the status that they have now. All that match are collected
 * again for it, which the action needs anyway; of others, only the loaded rows are counted.
 */
export function BulkStatus(props: BulkDialogProps & { status: Status | null }) {
  const { filter, columns, rows, target, status, onStart, onClose } = props
  const { t } = useTranslation(['bulk', 'submissions'])
  const targetRows = useTargetRows(target, target.ids === null ? NO_FIELDS : null)
  const collected = targetRows.state === 'ready' ? targetRows : null
  const ids = target.ids ?? collected?.ids ?? null
  const selected = new Set(target.ids)
  const counted = target.ids ? rows.filter(({ _id }) => selected.has(_id)) : (collected?.rows ?? [])
  const counts = countStatuses(counted)
  const count = ids?.length ?? target.count
  const values = { count, status: t(`submissions:status.${STATUS_LABELS[status ?? 'none']}`) }
  const unchanged = counts.find((one) => one.status === status)?.count ?? 0
  return (
    <ConfirmDialog
      opened
      title={t('bulk:status.title', values)}
      confirmLabel={t('bulk:status.confirm', values)}
      ready={ids !== null && count > 0}
      onConfirm={() => ids && onStart({ kind: 'status', status }, ids, target.query)}
      onClose={onClose}
    >
      {target.ids === null && <CollectingRows targetRows={targetRows} target={target} />}
      {ids && target.ids === null && (
        <p>
          <TargetSummary filter={filter} columns={columns} target={target} />
        </p>
      )}
      {ids && <PresentStatuses counts={counts} notCounted={count - counted.length} />}
      {unchanged > 0 && <p>{t('bulk:status.unchanged', { count: unchanged })}</p>}
      <p>{t('bulk:status.undo')}</p>
    </ConfirmDialog>
  )
}

function PresentStatuses({ counts, notCounted }: { counts: readonly StatusCount[]; notCounted: number }) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  return (
    <div>
      {counts.length > 0 && (
        <ul className={classes.statuses} aria-label={t('status.now')}>
          {counts.map(({ status, count }) => (
            <li key={status}>
              <b>{format.number(count)}</b> <StatusLabel status={status} />
            </li>
          ))}
        </ul>
      )}
      {notCounted > 0 && <p className={classes.note}>{t('status.notCounted', { count: notCounted })}</p>}
    </div>
  )
}

const NO_FIELDS: readonly string[] = []
