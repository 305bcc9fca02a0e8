import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { RefusalText } from '#/features/deployment/publish/RefusalText.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { isUncertainFault } from './uncertain-fault.ts'

interface DeploymentFaultProps {
  error: ApiError
  asset: Asset
  action: DeploymentAction
}

/** The error of a deployment action, and what did not change. The title of the dialog says what was not done. */
export function DeploymentFault({ error, asset, action }: DeploymentFaultProps) {
  const { t } = useTranslation('deployment')
  const { kind, message } = error
  if (kind === 'conflict') return <ErrorPanel kind={kind} explanation={t('fault.conflict')} />

  const version = asset.deployed_versions.results.find(({ uid }) => uid === asset.deployed_version_id)?.version_number
  const asBefore =
    action === 'redeploy' && version !== undefined
      ? t('fault.versionStays', { version })
      : t(`fault.asBefore.${action}`)
  if (kind === 'rejected' && message !== '' && (action === 'deploy' || action === 'redeploy'))
    return (
      <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('fault.inTheForm')}>
        <p>{asBefore}</p>
        <RefusalText message={message} content={asset.content} />
      </Note>
    )
  return (
    <ErrorPanel
      isChange
      kind={kind}
      explanation={isUncertainFault(error) ? t('fault.uncertain') : asBefore}
      message={message}
    />
  )
}
