import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { VersionHistory } from '#/features/deployment/versions/VersionHistory.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'

export function Component() {
  const { t } = useTranslation('deployment')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  return (
    <>
      <PageTitle>{`${t('versions.title')} · ${asset.name}`}</PageTitle>
      <TextPage>
        <VersionHistory asset={asset} comparisonPath={(version) => paths.comparison(assetUid, version)} />
      </TextPage>
    </>
  )
}
