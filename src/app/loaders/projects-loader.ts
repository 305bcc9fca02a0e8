import type { LoaderFunctionArgs } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireConnection } from '#/app/require-connection.ts'
import { projectPageOf } from './project-list-page.ts'

/** Loads one page of projects, and the counts by status. */
export async function projectsLoader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  const page = projectPageOf(new URL(request.url).searchParams)
  await Promise.all([
    queryClient().query({ ...assetQueries.list(page), staleTime: 'static' }),
    queryClient().query({ ...assetQueries.counts(page.search), staleTime: 'static' }),
  ])
  return null
}
