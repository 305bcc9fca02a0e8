import { IconArchive, IconCircleDashed, IconPencilExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { dateDeployed } from '#/api/kpi/deployment/deployed-version.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Note } from '#/ui/feedback/Note.tsx'

/** What collectors see now, where that is not what stands in the project: a draft, an archive, unpublished changes. */
export function DeploymentNotice({ asset }: { asset: Asset }) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const changes = unpublishedChanges(asset)
  const mayDeploy = assetCan.deploy(asset)

  if (asset.deployment_status === 'draft')
    return (
      <Note hue="petrol" icon={IconCircleDashed} title={t('notice.draft.title')}>
        <p>{t(mayDeploy ? 'notice.draft.deploy' : 'notice.draft.wait')}</p>
      </Note>
    )
  if (asset.deployment_status === 'archived')
    return (
      <Note hue="petrol" icon={IconArchive} title={t('notice.archived.title')}>
        <p>
          {t('notice.archived.text')} {mayDeploy && t('notice.archived.unarchive')}
        </p>
      </Note>
    )
  if (changes === 'none') return null
  return (
    <Note
      hue="ochre"
      icon={IconPencilExclamation}
      title={t(`notice.${changes}.title`, { date: format.date(dateDeployed(asset) ?? '') })}
    >
      <p>
        {t(`notice.${changes}.text`)} {mayDeploy && t('notice.redeploy')}
      </p>
    </Note>
  )
}
