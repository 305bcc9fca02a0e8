import { useDisclosure } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { ArchiveCard } from '#/features/deployment/ArchiveCard.tsx'
import { DeleteProject } from '#/features/project/DeleteProject.tsx'
import { DetailsForm } from '#/features/project/DetailsForm.tsx'
import { RenameForm } from '#/features/project/RenameForm.tsx'
import { TransferCard } from '#/features/sharing/ownership/TransferCard.tsx'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'

const DeletionDialog = lazyPart(async () => (await import('#/app/DeletionDialog.tsx')).DeletionDialog, {
  namespaces: ['project-actions'],
})

/** Name and details of a project, archiving, handing over and deleting it. */
export function GeneralSettings({ asset }: { asset: Asset }) {
  const { t } = useTranslation('project')
  const you = useConnection()?.username ?? ''
  const [isDeleting, deletion] = useDisclosure(false)

  return (
    <TextPage>
      {assetCan.edit(asset) ? (
        <>
          <Card title={t('settings.general')}>
            <RenameForm asset={asset} />
          </Card>
          <Card title={t('settings.details')}>
            <DetailsForm asset={asset} />
          </Card>
        </>
      ) : (
        <Note hue="petrol" icon={IconInfoCircle}>
          <p>{t('settings.mayNotEdit', { owner: asset.owner__username })}</p>
        </Note>
      )}
      <ArchiveCard asset={asset} />
      <TransferCard asset={asset} you={you} />
      {assetCan.delete(asset) && <DeleteProject asset={asset} onDelete={deletion.open} />}
      {isDeleting && <DeletionDialog asset={asset} onClose={deletion.close} />}
    </TextPage>
  )
}
