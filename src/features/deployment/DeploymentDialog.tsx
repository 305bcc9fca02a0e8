import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { changeDeployment, type DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions } from '#/api/kpi/deployment/offered-actions.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { notify } from '#/ui/feedback/notify.ts'
import { CollectData } from './CollectData.tsx'
import { DeploymentConsequences } from './DeploymentConsequences.tsx'
import classes from './DeploymentDialog.module.css'
import { DeploymentFault } from './DeploymentFault.tsx'
import { isUncertainFault } from './uncertain-fault.ts'

interface DeploymentDialogProps {
  asset: Asset
  sharingPath: string
  action: DeploymentAction
  opened: boolean
  onClose: () => void
  /** Called after the exit transition. */
  onClosed: () => void
}

/** Confirms a deployment action, and shows its error. After a first deployment it shows how to collect data. */
export function DeploymentDialog({ asset, sharingPath, action, opened, onClose, onClosed }: DeploymentDialogProps) {
  const { t } = useTranslation(['deployment', 'common'])
  const change = useMutation({ ...changeDeployment(asset.uid), meta: { showsError: true } })
  const { error } = change
  const { primary, more } = offeredActions(asset)
  // The action may be done already: by a colleague, or by ourselves if the response was lost.
  const isOutdated = change.isError && primary !== action && !more.includes(action)
  const isDone = change.isSuccess && action === 'deploy'
  // After a conflict the dialog asks again, for what is there now.
  const isRefused = error !== null && error.kind !== 'conflict' && !isOutdated
  const status = asset.deployment_status ?? 'draft'

  const confirm = () => {
    if (change.isPending) return
    const done = {
      onSuccess: () => {
        if (action === 'deploy') return
        onClose()
        void notify({ message: t(`deployment:${action}.done`) })
      },
    }
    if (action === 'archive' || action === 'unarchive') change.mutate({ action }, done)
    else if (asset.version_id !== null) change.mutate({ action, versionId: asset.version_id }, done)
  }

  const title = () => {
    if (isDone) return t('deployment:deploy.doneTitle')
    if (isOutdated) return t(`deployment:overtaken.${status}`)
    if (isRefused) return t(`deployment:fault.${isUncertainFault(error) ? 'uncertainTitle' : 'title'}.${action}`)
    return t(`deployment:${action}.title`)
  }
  const collectData = <CollectData asset={asset} sharingPath={sharingPath} showsCode onLeave={onClose} />
  // The same form would be refused again.
  const canConfirm = !isDone && !isOutdated && !(isRefused && error.kind === 'rejected')

  return (
    <ConfirmDialog
      opened={opened}
      title={title()}
      {...(canConfirm && { confirmLabel: t(`deployment:${action}.action`) })}
      pending={change.isPending}
      cancelLabel={t(canConfirm ? 'common:action.cancel' : 'common:action.close')}
      onConfirm={confirm}
      onClose={onClose}
      onClosed={onClosed}
    >
      {isDone && (
        <Result>
          <p>{t('deployment:deploy.done')}</p>
          {collectData}
        </Result>
      )}
      {isOutdated && (
        <Note hue="petrol" icon={IconInfoCircle} role="alert">
          <p>{t('deployment:overtaken.nothingToDo')}</p>
        </Note>
      )}
      {isOutdated && action === 'deploy' && status === 'deployed' && collectData}
      {!isDone && !isOutdated && !isRefused && <DeploymentConsequences asset={asset} action={action} />}
      {error && !isOutdated && <DeploymentFault error={error} asset={asset} action={action} />}
      <p role="status" className={classes.pending}>
        {change.isPending && t(`deployment:${action}.pending`)}
      </p>
    </ConfirmDialog>
  )
}

/** What is there after the action. It gets the focus, because the pressed button is gone. */
function Result({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.result}>
      {children}
    </div>
  )
}
