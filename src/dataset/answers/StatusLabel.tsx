import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClockPause } from '@tabler/icons-react'
import type { Verdict } from '#/api/kpi/submissions/schema.ts'
import classes from './Status.module.css'
import { useDisplay } from './display.ts'

/** Key in the catalogue for each status. */
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

/** A validation status by shape, word, then colour. */
export function StatusLabel({ verdict }: { verdict: Verdict | null }) {
  const { t } = useDisplay()
  const word = STATUS_LABELS[verdict ?? 'none']
  const Icon = ICONS[word]
  return (
    <span className={classes.word} data-status={word}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`status.${word}`)}
    </span>
  )
}
