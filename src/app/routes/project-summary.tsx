import { Anchor } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/assets/asset-can.ts'
import { assetQueries } from '#/api/assets/queries.ts'
import { connections } from '#/api/connection.ts'
import { DeploymentNotice } from '#/features/deployment/DeploymentNotice.tsx'
import { DetailsCard } from '#/features/project/DetailsCard.tsx'
import { PERIODS, SubmissionsCard } from '#/features/project/SubmissionsCard.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { useConnection } from '../follow-connection.ts'
import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'
import { oneOf, requireParams } from '../route-params.ts'

/** The chart's numbers start on their way with the project itself; the page does not wait for them. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const { assetUid } = requireParams(params, 'assetUid')
  const period = oneOf(new URL(request.url).searchParams, 'days', PERIODS)
  const known = queryClient().getQueryData(assetQueries.detail(assetUid).queryKey)
  const hasCounts = !known || (known.deployed_version_id !== null && assetCan.viewSubmissions(known))
  if (connections.current() && hasCounts) {
    // A refusal shows in the card, where the same query is read again.
    queryClient()
      .query(assetQueries.submissionCounts(assetUid, Number(period)))
      .catch(() => null)
  }
  return null
}

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('project')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const [search, setSearch] = useSearchParams()
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const isDeployed = asset.deployed_version_id !== null

  return (
    <>
      <PageTitle>{`${t('tabs.summary')} · ${asset.name}`}</PageTitle>
      <TextPage
        beside={
          <DetailsCard
            asset={asset}
            isOwn={asset.owner__username === you}
            linkToSharing={(text) => (
              <Anchor component={Link} to={paths.sharing(assetUid)}>
                {text}
              </Anchor>
            )}
          />
        }
      >
        <DeploymentNotice asset={asset} />
        {isDeployed && assetCan.viewSubmissions(asset) && (
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
