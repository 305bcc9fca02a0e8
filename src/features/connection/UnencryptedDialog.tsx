import { useTranslation } from 'react-i18next'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'

interface UnencryptedDialogProps {
  server: string
  onClose: () => void
  onConfirm: () => void
}

/** Warns that credentials are sent unencrypted to a server without https. */
export function UnencryptedDialog({ server, onClose, onConfirm }: UnencryptedDialogProps) {
  const { t } = useTranslation('connection')
  return (
    <ConfirmDialog
      opened
      title={t('readable.title')}
      hue="brick"
      confirmLabel={t('readable.confirm')}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{t('readable.text', { server: displayAddress(server) })}</p>
      <p>{t('readable.next')}</p>
    </ConfirmDialog>
  )
}
