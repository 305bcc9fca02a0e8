import { useTranslation } from 'react-i18next'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import classes from '#/features/rest-services/services.module.css'

/** How many submissions were sent, wait and failed. */
export function DeliveryCounts({ hook }: { hook: Hook }) {
  const { t } = useTranslation('services')
  const counts = [
    ['sent', hook.success_count],
    ['pending', hook.pending_count],
    ['failed', hook.failed_count],
  ] as const
  return (
    <ul className={classes.counts} aria-label={t('counts.label', { name: hook.name })}>
      {counts.map(([state, count]) => (
        <li key={state} className={classes.state} data-state={count > 0 ? state : undefined}>
          {t(`counts.${state}`, { count })}
        </li>
      ))}
    </ul>
  )
}
