import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClockPause } from '@tabler/icons-react'
import type { Status } from '#/dataset/query/status.ts'
import classes from './Status.module.css'
import { useDisplay } from './display.ts'

/** Each status as a key under `status` in the catalogue. */
export const STATUS_LABELS = {
  validation_status_approved: 'approved',
  validation_status_not_approved: 'notApproved',
  validation_status_on_hold: 'onHold',
  none: 'none',
} as const

const ICONS = {
  approved: IconCircleCheck,
  notApproved: IconCircleX,
  onHold: IconClockPause,
  none: IconCircleDashed,
} as const

interface StatusLabelProps {
  status: Status | null
  /** In a cell of the table, where many rows have none: a dash is seen, the name is heard. */
  isCell?: boolean
}

/** A validation status: an icon, its name and a colour. */
export function StatusLabel({ status, isCell = false }: StatusLabelProps) {
  const { t } = useDisplay()
  const label = STATUS_LABELS[status ?? 'none']
  const Icon = ICONS[label]
  return (
    <span className={classes.label} data-status={label} data-cell={isCell || undefined}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={classes.name}>{t(`status.${label}`)}</span>
    </span>
  )
}
