import { IconCircleCheck, IconCircleX, IconClockPause, IconLoader2, IconQuestionMark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '#/features/rest-services/services.module.css'
import { statusName } from './log-status.ts'

const ICONS = {
  sent: IconCircleCheck,
  pending: IconClockPause,
  failed: IconCircleX,
  processing: IconLoader2,
  unknown: IconQuestionMark,
} as const

/** The state of an entry of the log, as icon, word and colour. */
export function LogStatus({ status }: { status: number }) {
  const { t } = useTranslation('services')
  const name = statusName(status)
  const Icon = ICONS[name]
  return (
    <span className={classes.state} data-state={name}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`log.is.${name}`)}
    </span>
  )
}
