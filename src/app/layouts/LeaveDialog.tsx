import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'

/** Asks before unsaved changes are lost. */
export function LeaveDialog({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const { t } = useTranslation('errors')
  return (
    <ConfirmDialog
      opened
      title={t('unsaved.title')}
      hue="brick"
      cancelLabel={t('unsaved.stay')}
      confirmLabel={t('unsaved.leave')}
      onClose={onClose}
      onConfirm={onLeave}
    >
      <p>{t('unsaved.text')}</p>
    </ConfirmDialog>
  )
}
