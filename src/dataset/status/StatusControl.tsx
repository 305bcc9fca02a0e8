import { IconChevronDown } from '@tabler/icons-react'
import { type ComponentProps, useMemo } from 'react'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission, Verdict } from '#/api/kpi/submissions/schema.ts'
import { NotLoaded } from '#/dataset/answers/Answer.tsx'
import classes from '#/dataset/answers/Status.module.css'
import { STATUS_LABELS, StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { STATUS } from '#/dataset/model/columns.ts'
import { isolate } from '#/lib/bidi.ts'
import { StatusMenu } from './StatusMenu.tsx'
import { useOptimisticStatus, useStatusIsOnItsWay } from './use-optimistic-status.ts'

interface StatusControlProps {
  assetUid: string
  submission: Submission
  /** Tells it apart for those who do not see the row. */
  title: string
  canValidate: boolean
}

/** A submission's validation status, to be changed in place by those who may. */
export function StatusControl({ assetUid, submission, title, canValidate }: StatusControlProps) {
  const verdict = useOptimisticStatus(assetUid, submission)
  const busy = useStatusIsOnItsWay(assetUid, submission)
  if (!isFieldLoaded(submission, STATUS.id)) return <NotLoaded />
  if (!canValidate) return <StatusLabel verdict={verdict} />
  return (
    <StatusMenu assetUid={assetUid} submissionId={submission._id} verdict={verdict}>
      <StatusButton verdict={verdict} title={title} aria-busy={busy} />
    </StatusMenu>
  )
}

interface StatusCellProps extends StatusControlProps {
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** The same in a table's cell: one of hundreds, it has a menu only while that is open. */
export function StatusCell({ isOpen, onOpen, onClose, ...control }: StatusCellProps) {
  const { assetUid, submission, title, canValidate } = control
  const verdict = useOptimisticStatus(assetUid, submission)
  const busy = useStatusIsOnItsWay(assetUid, submission)
  if (!isFieldLoaded(submission, STATUS.id)) return <NotLoaded />
  if (!canValidate) return <StatusLabel verdict={verdict} />
  if (!isOpen) {
    return (
      <StatusButton
        verdict={verdict}
        title={title}
        aria-busy={busy}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={onOpen}
        compact
      />
    )
  }
  return (
    <StatusMenu assetUid={assetUid} submissionId={submission._id} verdict={verdict} opened onClose={onClose}>
      <StatusButton verdict={verdict} title={title} aria-busy={busy} tabIndex={-1} compact />
    </StatusMenu>
  )
}

interface StatusButtonProps extends ComponentProps<'button'> {
  verdict: Verdict | null
  title: string
  compact?: boolean
}

function StatusButton({ verdict, title, compact = false, ...button }: StatusButtonProps) {
  const { t } = useDisplay()
  const status = t(`status.${STATUS_LABELS[verdict ?? 'none']}`)
  const label = useMemo(() => t('status.of', { status, title: isolate(title) }), [t, status, title])
  return (
    <button {...button} type="button" className={classes.button} data-compact={compact || undefined} aria-label={label}>
      <StatusLabel verdict={verdict} />
      <IconChevronDown className={classes.chevron} size={14} stroke={1.75} aria-hidden />
    </button>
  )
}
