import { IconPlayerPause, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from '#/features/rest-services/services.module.css'

/** Whether a service is active or paused, as icon, word and colour. */
export function ServiceState({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('services')
  const Icon = isActive ? IconSend : IconPlayerPause
  const state = isActive ? 'active' : 'paused'
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`state.${state}`)}
    </span>
  )
}
