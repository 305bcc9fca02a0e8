import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { Card } from '#/ui/Card.tsx'
import { CollectData, type CollectDataProps } from './CollectData.tsx'

/** How to collect data, on the Summary of a deployed project, for those who can submit or deploy. */
export function CollectCard({ asset, ...props }: Pick<CollectDataProps, 'asset' | 'sharingPath' | 'signInSwitch'>) {
  const { t } = useTranslation('deployment')
  if (asset.deployment_status !== 'deployed') return null
  if (!assetCan.submit(asset) && !assetCan.deploy(asset)) return null
  return (
    <Card title={t('collect.title')}>
      <CollectData asset={asset} {...props} />
    </Card>
  )
}
