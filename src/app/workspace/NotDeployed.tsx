import { Trans, useTranslation } from 'react-i18next'
import { DeployButton } from '#/features/deployment/DeployButton.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

interface NotDeployedProps {
  canDeploy: boolean
  owner: string
}

/** A draft has no submissions, and the server refuses the question [0750]. */
export function NotDeployed({ canDeploy, owner }: NotDeployedProps) {
  const { t } = useTranslation('submissions')
  return (
    <EmptyState title={t('draft.title')} actions={canDeploy && <DeployButton />}>
      {canDeploy ? (
        t('draft.text')
      ) : (
        <Trans t={t} i18nKey="draft.textForOthers" components={{ owner: <bdi>{owner}</bdi> }} />
      )}
    </EmptyState>
  )
}
