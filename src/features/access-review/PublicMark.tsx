import { IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublicAccessState } from '#/api/kpi/permissions/access-summary.ts'
import classes from './AccessMark.module.css'

/** What anyone can do without signing in. */
export function PublicMark({ state }: { state: PublicAccessState }) {
  const { t } = useTranslation('access')
  if (state === 'none') return <span className={classes.none}>{t('public.none')}</span>
  return (
    <span className={`${classes.mark} ${classes.public}`}>
      <IconWorld size={16} stroke={1.75} aria-hidden />
      <span className={classes.word}>{t(`public.${state}`)}</span>
    </span>
  )
}
