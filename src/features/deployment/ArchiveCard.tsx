import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { offeredActions } from '#/api/kpi/deployment/offered-actions.ts'
import { Card } from '#/ui/Card.tsx'
import { DeploymentConsequences } from './DeploymentConsequences.tsx'
import { useDeployment } from './deployment-context.ts'

/** The section of the settings that archives or unarchives the project. */
export function ArchiveCard({ asset }: { asset: Asset }) {
  const { t } = useTranslation('deployment')
  const { ask } = useDeployment()
  const { primary, more } = offeredActions(asset)
  const action = primary === 'unarchive' ? 'unarchive' : more.includes('archive') ? 'archive' : null
  if (action === null) return null
  const Icon = action === 'archive' ? IconArchive : IconArchiveOff
  return (
    <Card title={t(`${action}.cardTitle`)}>
      <DeploymentConsequences asset={asset} action={action} />
      <Button variant="default" leftSection={<Icon size={16} stroke={1.75} aria-hidden />} onClick={() => ask(action)}>
        {t(`${action}.menu`)}
      </Button>
    </Card>
  )
}
