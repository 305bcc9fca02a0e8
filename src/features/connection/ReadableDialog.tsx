import { useTranslation } from 'react-i18next'
import { shownAddress } from '#/api/kpi/session/server-address.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'

interface ReadableDialogProps {
  server: string
  onClose: () => void
  onConfirm: () => void
}

/** Says that a key travels readable to a server without https, before it is sent. */
export function ReadableDialog({ server, onClose, onConfirm }: ReadableDialogProps) {
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
      <p>{t('readable.text', { server: shownAddress(server) })}</p>
      <p>{t('readable.next')}</p>
    </ConfirmDialog>
  )
}
