import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'

interface ResetDemoDialogProps {
  opened: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Asks before the demo is reset. */
export function ResetDemoDialog({ opened, onClose, onConfirm }: ResetDemoDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      opened={opened}
      title={t('connection.resetDemoTitle')}
      confirmLabel={t('connection.resetDemo')}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{t('connection.resetDemoBody')}</p>
    </ConfirmDialog>
  )
}
