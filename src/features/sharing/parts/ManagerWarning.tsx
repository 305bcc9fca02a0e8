import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'

/** What somebody who gets access as a manager can do. */
export function ManagerWarning() {
  const { t } = useTranslation('sharing')
  return (
    <Note hue="ochre" icon={IconAlertTriangle}>
      <p>{t('change.manager')}</p>
    </Note>
  )
}
