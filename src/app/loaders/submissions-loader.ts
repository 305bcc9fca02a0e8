import type { LoaderFunctionArgs } from 'react-router'
import { connections } from '#/api/connection.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireParams } from '#/app/route-params.ts'
import { isStoredInOrder } from '#/dataset/model/sort.ts'
import { type DatasetQuery, pageOf, readDatasetQuery } from '#/dataset/query/query.ts'
import { firstPage } from '#/dataset/rows/use-initial-columns.ts'
import { kpiSource } from '#/dataset/sources/kpi/kpi-source.ts'
import { openView } from '#/features/views/project-view.ts'
import { listedProject } from './project-loaders.ts'

/** Whether a project has a table of submissions. */
export const isDeployed = ({ deployment_status: status }: Asset) => status === 'deployed' || status === 'archived'

/** A form with at most this many rows is loaded with all columns. */
const FEW = 50

/** Whether the form is small, by the cached list of projects. */
const isSmall = (assetUid: string) => (listedProject(assetUid)?.summary.row_count ?? Infinity) <= FEW

/** Requests the first rows of a view. An error shows in the page, which uses the same query. */
function startRows(assetUid: string, view: DatasetQuery, asset: Asset | undefined) {
  const { filter, sort } = view
  if (filter.unreadable !== undefined) return
  // What is sorted in the browser has no first page before all values are there.
  if (sort !== null && !isStoredInOrder(sort.field)) return
  if (asset && !(isDeployed(asset) && assetCan.viewSubmissions(asset))) return
  const client = queryClient()
  const request = asset
    ? client.query({ ...firstPage(kpiSource(asset), view), staleTime: 'static' })
    : // The same page for a small form without a filter.
      client.query({ ...submissionQueries.page(assetUid, { ...pageOf(view), sort }), staleTime: 'static' })
  request.catch(() => null)
}

/** Requests the rows, together with the project if possible. The page does not wait for them. */
export function submissionsLoader({ params, request }: Pick<LoaderFunctionArgs, 'params' | 'request'>) {
  const { assetUid } = requireParams(params, 'assetUid')
  const { searchParams: search } = new URL(request.url)
  const view = readDatasetQuery(search)
  if (!connections.current()) return null
  const detail = assetQueries.detail(assetUid)
  const known = queryClient().getQueryData(detail.queryKey)
  // The query of a filter and the columns of a wide form depend on the form.
  if (known || (view.filter.parts.length === 0 && isSmall(assetUid)))
    startRows(assetUid, openView(search, known), known)
  else
    queryClient()
      .query({ ...detail, staleTime: 'static' })
      .then((asset) => startRows(assetUid, openView(search, asset), asset))
      .catch(() => null)
  return null
}
