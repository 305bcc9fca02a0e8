import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { changeDeployment, type DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions } from '#/api/kpi/deployment/offered-actions.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { notify } from '#/ui/feedback/notify.ts'
import { Consequences } from './Consequences.tsx'
import classes from './DeploymentDialog.module.css'
import { DeploymentFault } from './DeploymentFault.tsx'

interface DeploymentDialogProps {
  asset: Asset
  action: DeploymentAction
  opened: boolean
  onClose: () => void
  /** After it has left the screen. */
  onClosed: () => void
}

/** Says what an action does before it is done, and where it failed why. */
export function DeploymentDialog({ asset, action, opened, onClose, onClosed }: DeploymentDialogProps) {
  const { t } = useTranslation(['deployment', 'common'])
  const change = useMutation({ ...changeDeployment(asset.uid), meta: { showsError: true } })
  const { primary, more } = offeredActions(asset)
  // A colleague may be faster; after a lost answer, we ourselves.
  const isOvertaken = change.isError && primary !== action && !more.includes(action)
  const status = asset.deployment_status ?? 'draft'

  const confirm = () => {
    if (change.isPending) return
    const done = {
      onSuccess: () => {
        onClose()
        void notify({ message: t(`deployment:${action}.done`) })
      },
    }
    if (action === 'archive' || action === 'unarchive') change.mutate({ action }, done)
    else if (asset.version_id !== null) change.mutate({ action, versionId: asset.version_id }, done)
  }

  return (
    <ConfirmDialog
      opened={opened}
      title={t(`deployment:${action}.title`)}
      confirmLabel={t(`deployment:${action}.action`)}
      pending={change.isPending}
      ready={!isOvertaken}
      cancelLabel={t(isOvertaken ? 'common:action.close' : 'common:action.cancel')}
      onConfirm={confirm}
      onClose={onClose}
      onClosed={onClosed}
    >
      {isOvertaken ? (
        <Note hue="petrol" icon={IconInfoCircle} role="alert" title={t(`deployment:overtaken.${status}`)}>
          <p>{t('deployment:overtaken.nothingToDo')}</p>
        </Note>
      ) : (
        <>
          <Consequences asset={asset} action={action} />
          {change.error && <DeploymentFault error={change.error} asset={asset} action={action} />}
        </>
      )}
      <p role="status" className={classes.pending}>
        {change.isPending && t(`deployment:${action}.pending`)}
      </p>
    </ConfirmDialog>
  )
}
