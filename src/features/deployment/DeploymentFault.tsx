import { useTranslation } from 'react-i18next'
import type { ApiError, ApiErrorKind } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface DeploymentFaultProps {
  error: ApiError
  asset: Asset
  action: DeploymentAction
}

/** After these, it may have been done all the same. */
const UNCERTAIN = new Set<ApiErrorKind>(['offline', 'not-allowed', 'timed-out', 'unreadable'])

/** Why an action was not done, and what is as before. */
export function DeploymentFault({ error: { kind, message }, asset, action }: DeploymentFaultProps) {
  const { t } = useTranslation(['deployment', 'errors'])
  if (kind === 'conflict') return <ErrorPanel kind={kind} explanation={t('deployment:fault.conflict')} />

  const isUncertain = UNCERTAIN.has(kind)
  const version = asset.deployed_versions.results.find(({ uid }) => uid === asset.deployed_version_id)?.version_number
  const asBefore =
    action === 'redeploy' && version !== undefined
      ? t('deployment:fault.versionGoesOn', { version })
      : t(`deployment:fault.asBefore.${action}`)
  const isCompileFault = kind === 'rejected' && (action === 'deploy' || action === 'redeploy')
  return (
    <ErrorPanel
      kind={kind}
      title={t(`deployment:fault.title.${action}`)}
      explanation={[
        ...(isCompileFault ? [] : [t(`errors:${kind}.title`).concat('.')]),
        isUncertain ? t('deployment:fault.uncertain') : asBefore,
        ...(isCompileFault ? [t('deployment:fault.inTheForm')] : []),
      ].join(' ')}
      words={message}
    />
  )
}
