import { Anchor } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { hasCounts } from '#/app/loaders/project-loaders.ts'
import { paths } from '#/app/paths.ts'
import { oneOf, requireParams } from '#/app/route-params.ts'
import { SubmitSwitch } from '#/app/submit-switch.tsx'
import { CollectCard } from '#/features/deployment/collect/CollectCard.tsx'
import { DeploymentNotice } from '#/features/deployment/DeploymentNotice.tsx'
import { DetailsCard } from '#/features/project/DetailsCard.tsx'
import { SubmissionsCard } from '#/features/project/SubmissionsCard.tsx'
import { PERIODS } from '#/lib/time/last-days.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('project')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const [search, setSearch] = useSearchParams()
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))

  return (
    <>
      <PageTitle>{`${t('tabs.summary')} · ${asset.name}`}</PageTitle>
      <TextPage
        beside={
          <>
            <CollectCard
              asset={asset}
              sharingPath={paths.addPeople(assetUid)}
              signInSwitch={assetCan.share(asset) && <SubmitSwitch asset={asset} />}
            />
            <DetailsCard
              asset={asset}
              isOwn={asset.owner__username === you}
              linkToSharing={(text) => (
                <Anchor component={Link} to={paths.sharing(assetUid)}>
                  {text}
                </Anchor>
              )}
            />
          </>
        }
      >
        <DeploymentNotice asset={asset} />
        {hasCounts(asset) && (
          <SubmissionsCard
            asset={asset}
            period={oneOf(search, 'days', PERIODS)}
            onPeriod={(days) => setSearch({ days }, { replace: true, preventScrollReset: true })}
          />
        )}
      </TextPage>
    </>
  )
}
