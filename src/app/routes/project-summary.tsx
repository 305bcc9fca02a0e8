import { Anchor } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router'
import { connections } from '#/api/connection.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset, AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { Page } from '#/api/pagination.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { oneOf, requireParams } from '#/app/route-params.ts'
import { DeploymentNotice } from '#/features/deployment/DeploymentNotice.tsx'
import { DetailsCard } from '#/features/project/DetailsCard.tsx'
import { PERIODS, SubmissionsCard } from '#/features/project/SubmissionsCard.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'

/** Whether there are counts to ask for: a draft has none, and answers 404 [1337]. */
const hasCounts = (asset: Asset) => asset.deployed_version_id !== null && assetCan.viewSubmissions(asset)

/** Whether the list of projects, where one comes from, says that a project is deployed. */
const isListedAsDeployed = (assetUid: string) =>
  queryClient()
    .getQueriesData<Page<AssetListItem>>({ queryKey: assetQueries.lists() })
    .some(([, data]) => data?.results?.some((item) => item.uid === assetUid && item.deployed_version_id !== null))

/**
 * The counts start on their way with the project itself, where it is known to be deployed, else as soon as it is there.
 * The page does not wait for them.
 */
export function loader({ params, request }: LoaderFunctionArgs) {
  const { assetUid } = requireParams(params, 'assetUid')
  const period = oneOf(new URL(request.url).searchParams, 'days', PERIODS)
  if (!connections.current()) return null
  const client = queryClient()
  const detail = assetQueries.detail(assetUid)
  // A refusal shows in the card, where the same query is read again.
  const start = () => client.query(assetQueries.submissionCounts(assetUid, Number(period))).catch(() => null)
  const known = client.getQueryData(detail.queryKey)
  if (known ? hasCounts(known) : isListedAsDeployed(assetUid)) void start()
  else if (!known)
    client
      .query({ ...detail, staleTime: 'static' })
      .then((asset) => (hasCounts(asset) ? start() : null))
      .catch(() => null)
  return null
}

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
