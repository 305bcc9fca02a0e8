import { IconChevronDown } from '@tabler/icons-react'
import { type ComponentProps, useMemo } from 'react'
import { NotLoaded } from '#/dataset/answers/Answer.tsx'
import classes from '#/dataset/answers/Status.module.css'
import { STATUS_LABELS, StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { STATUS } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import type { Status } from '#/dataset/query/status.ts'
import { isolate } from '#/lib/bidi.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import { StatusMenu } from './StatusMenu.tsx'
import { useIsStatusPending, useOptimisticStatus } from './use-optimistic-status.ts'

interface StatusControlProps {
  row: Row
  /** The title of the row, for the accessible name. */
  title: string
}

/** The validation status of a row. If the source allows it, a menu changes it. */
export function StatusControl({ row, title }: StatusControlProps) {
  const { status: access } = useRowSource()
  const status = useOptimisticStatus(row)
  const isPending = useIsStatusPending(row)
  if (!isFieldLoaded(row, STATUS.id)) return <NotLoaded />
  if (!access) return <StatusLabel status={status} />
  return (
    <StatusMenu access={access} rowKey={row._id} status={status}>
      <StatusButton status={status} title={title} aria-busy={isPending} />
    </StatusMenu>
  )
}

interface StatusCellProps extends StatusControlProps {
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** A `StatusControl` for cells. As there are hundreds, the menu is rendered only while it is open. */
export function StatusCell({ isOpen, onOpen, onClose, row, title }: StatusCellProps) {
  const { status: access } = useRowSource()
  const status = useOptimisticStatus(row)
  const isPending = useIsStatusPending(row)
  if (!isFieldLoaded(row, STATUS.id)) return <NotLoaded />
  if (!access) return <StatusLabel status={status} isCell />
  if (!isOpen) {
    return (
      <StatusButton
        status={status}
        title={title}
        aria-busy={isPending}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={onOpen}
        compact
      />
    )
  }
  return (
    <StatusMenu access={access} rowKey={row._id} status={status} opened onClose={onClose}>
      <StatusButton status={status} title={title} aria-busy={isPending} tabIndex={-1} compact />
    </StatusMenu>
  )
}

interface StatusButtonProps extends ComponentProps<'button'> {
  status: Status | null
  title: string
  compact?: boolean
}

function StatusButton({ status, title, compact = false, ...button }: StatusButtonProps) {
  const { t } = useDisplay()
  const text = t(`status.${STATUS_LABELS[status ?? 'none']}`)
  const label = useMemo(() => t('status.of', { status: text, title: isolate(title) }), [t, text, title])
  return (
    <button {...button} type="button" className={classes.button} data-compact={compact || undefined} aria-label={label}>
      <StatusLabel status={status} isCell={compact} />
      <IconChevronDown className={classes.chevron} size={14} stroke={1.75} aria-hidden />
    </button>
  )
}
