import { IconInfoCircle } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { useForgetWhenGone } from '#/app/use-forget-when-gone.ts'
import { DeleteProject } from '#/features/project/DeleteProject.tsx'
import { RenameForm } from '#/features/project/RenameForm.tsx'
import { unsaved } from '#/lib/unsaved.ts'
import { Card } from '#/ui/Card.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { notify } from '#/ui/feedback/notify.ts'

export function Component() {
  const { t } = useTranslation('project')
  const navigate = useNavigate()
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const forgetWhenGone = useForgetWhenGone(assetUid)

  return (
    <>
      <PageTitle>{`${t('tabs.settings')} · ${asset.name}`}</PageTitle>
      <TextPage>
        {assetCan.edit(asset) ? (
          <Card title={t('settings.general')}>
            <RenameForm asset={asset} />
          </Card>
        ) : (
          <Note hue="petrol" icon={IconInfoCircle}>
            <p>{t('settings.mayNotEdit', { owner: asset.owner__username })}</p>
          </Note>
        )}
        {assetCan.delete(asset) && (
          <DeleteProject
            asset={asset}
            onDeleted={async (how) => {
              forgetWhenGone()
              unsaved.forgetAll()
              await navigate(paths.projects())
              await notify({ message: t(`settings.${how}`) })
            }}
          />
        )}
      </TextPage>
    </>
  )
}
