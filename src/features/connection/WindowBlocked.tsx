import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'

/** Shown if the browser blocked the sign-in window. */
export function WindowBlocked() {
  const { t } = useTranslation('connection')
  return (
    <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('away.blocked.title')}>
      <p>{t('away.blocked.next')}</p>
    </Note>
  )
}
