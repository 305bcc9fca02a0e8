import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { SectionPages } from '#/app/sections/SectionPages.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { GeneralSettings } from './GeneralSettings.tsx'

const RestServices = lazyPart(async () => (await import('#/features/rest-services/RestServices.tsx')).RestServices, {
  namespaces: ['services'],
})

const Activity = lazyPart(async () => (await import('#/features/activity/project/Activity.tsx')).Activity, {
  namespaces: ['activity', 'sharing', 'errors'],
})

export function Component() {
  const { t } = useTranslation('project')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  return (
    <>
      <PageTitle>{`${t('tabs.settings')} · ${asset.name}`}</PageTitle>
      <SectionPages
        label={t('tabs.settings')}
        sections={[
          {
            label: t('settings.general'),
            path: paths.settings(assetUid),
            content: <GeneralSettings asset={asset} />,
          },
          {
            page: 'services',
            label: t('settings.services'),
            path: paths.settings(assetUid, 'services'),
            content: (
              <RestServices
                key={assetUid}
                asset={asset}
                submissionPath={(submissionId) => paths.submission(assetUid, submissionId)}
              />
            ),
          },
          {
            page: 'activity',
            label: t('settings.activity'),
            path: paths.settings(assetUid, 'activity'),
            content: <Activity asset={asset} />,
          },
        ]}
      />
    </>
  )
}
