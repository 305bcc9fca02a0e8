import { IconArchive, IconCircleDashed, IconPencilExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { dateDeployedOf } from '#/api/kpi/deployment/deployed-version.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { DeployButton } from './DeployButton.tsx'

/** A note if data collectors do not see the current form: draft, archived, or unpublished changes. */
export function DeploymentNotice({ asset }: { asset: Asset }) {
  const { t } = useTranslation('deployment')
  const format = useFormat()
  const changes = unpublishedChanges(asset)
  const mayDeploy = assetCan.deploy(asset)

  if (asset.deployment_status === 'draft')
    return (
      <Note
        hue="petrol"
        icon={IconCircleDashed}
        title={t('notice.draft.title')}
        actions={mayDeploy && <DeployButton variant="default" />}
      >
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
      title={t(`notice.${changes}.title`, { date: format.date(dateDeployedOf(asset) ?? '') })}
    >
      <p>
        {t(`notice.${changes}.text`)} {mayDeploy && t('notice.redeploy')}
      </p>
    </Note>
  )
}
