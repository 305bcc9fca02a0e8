import { useTranslation } from 'react-i18next'
import { useNavigate, useRevalidator } from 'react-router'
import { useDemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { notify } from '#/ui/feedback/notify.ts'

/** Asks before the demo is reset, and shows its projects afterwards. */
export function ResetDemoDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  const demo = useDemoControls()

  const reset = async () => {
    await demo.reset()
    queryClient().clear()
    onClose()
    await navigate(paths.projects())
    await revalidator.revalidate()
    await notify({ message: t('connection.demoWasReset') })
  }

  return (
    <ConfirmDialog
      opened
      title={t('connection.resetDemoTitle')}
      confirmLabel={t('connection.resetDemo')}
      onClose={onClose}
      onConfirm={() => void reset()}
    >
      <p>{t('connection.resetDemoBody')}</p>
    </ConfirmDialog>
  )
}
