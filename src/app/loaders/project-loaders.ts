import type { LoaderFunctionArgs } from 'react-router'
import { connections } from '#/api/connection.ts'
import { canViewSubmissions } from '#/api/kpi/assets/has-permission.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset, AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { Page } from '#/api/pagination.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireConnection } from '#/app/require-connection.ts'
import { oneOf, requireParams } from '#/app/route-params.ts'
import { PERIODS } from '#/lib/time/last-days.ts'

/** The arguments of React Router's loaders that are used here. */
type PageRequest = Pick<LoaderFunctionArgs, 'params' | 'request'>

/** Loads the project with its form for all pages of the project. */
export async function projectLoader({ params, request }: PageRequest) {
  requireConnection(request)
  const { assetUid } = requireParams(params, 'assetUid')
  await queryClient().query({ ...assetQueries.detail(assetUid), staleTime: 'static' })
  return null
}

/** Whether counts can be requested: for a draft KPI responds 404 [1337]. */
export const hasCounts = (asset: Asset) => asset.deployed_version_id !== null && canViewSubmissions(asset)

/** The project as a cached list of projects has it. */
export const listedProject = (assetUid: string): AssetListItem | undefined =>
  queryClient()
    .getQueriesData<Page<AssetListItem>>({ queryKey: assetQueries.lists() })
    .flatMap(([, page]) => page?.results ?? [])
    .find(({ uid }) => uid === assetUid)

/**
 * Requests the counts, together with the project if it is known to be deployed, else after it. The page does not wait for
 * them.
 */
export function summaryLoader({ params, request }: PageRequest) {
  const { assetUid } = requireParams(params, 'assetUid')
  const period = oneOf(new URL(request.url).searchParams, 'days', PERIODS)
  if (!connections.current()) return null
  const client = queryClient()
  const detail = assetQueries.detail(assetUid)
  // An error shows in the card, which uses the same query.
  const start = () => client.query(assetQueries.submissionCounts(assetUid, Number(period))).catch(() => null)
  const known = client.getQueryData(detail.queryKey)
  if (known ? hasCounts(known) : (listedProject(assetUid)?.deployed_version_id ?? null) !== null) void start()
  else if (!known)
    client
      .query({ ...detail, staleTime: 'static' })
      .then((asset) => (hasCounts(asset) ? start() : null))
      .catch(() => null)
  return null
}
