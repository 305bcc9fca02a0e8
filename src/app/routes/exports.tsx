import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { isDeployed } from '#/app/loaders/submissions-loader.ts'
import { type ExportEntryState, paths, type TableEntryState } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { SectionPages } from '#/app/sections/SectionPages.tsx'
import { NoAccess } from '#/app/workspace/NoAccess.tsx'
import { NotDeployed } from '#/app/workspace/NotDeployed.tsx'
import { readFilter, writeFilter } from '#/dataset/query/filter-params.ts'
import { DataLinks } from '#/features/data-links/DataLinks.tsx'
import { ServerExports } from '#/features/server-exports/ServerExports.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'

export function Component() {
  const { t } = useTranslation('server-exports')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const connection = useConnection()
  const [search] = useSearchParams()
  const state = useLocation().state as ExportEntryState | null
  const navigate = useNavigate()
  // One that cannot be read would match nothing: the page begins with all submissions.
  const { unreadable, ...filter } = readFilter(search.get('filter'))
  const tableState: TableEntryState = { exports: true }
  if (!assetCan.viewSubmissions(asset))
    return <NoAccess username={connection?.username ?? ''} owner={asset.owner__username} />
  if (!isDeployed(asset)) return <NotDeployed canDeploy={assetCan.deploy(asset)} owner={asset.owner__username} />
  return (
    <>
      <PageTitle>{`${t('title')} · ${asset.name}`}</PageTitle>
      <SectionPages
        label={t('sections.label')}
        sections={[
          {
            label: t('sections.exports'),
            path: paths.exports(assetUid),
            content: (
              <ServerExports
                asset={asset}
                filter={filter}
                ids={state?.ids ?? null}
                tableLink={{
                  to: paths.submissions(assetUid, unreadable === undefined ? writeFilter(filter) : ''),
                  state: tableState,
                }}
                onScopeLeft={() => void navigate(paths.exports(assetUid), { replace: true, preventScrollReset: true })}
              />
            ),
          },
          {
            page: 'connect',
            label: t('sections.connect'),
            path: paths.dataLinks(assetUid),
            content: <DataLinks asset={asset} server={connection?.server ?? ''} isDemo={connection?.kind !== 'kpi'} />,
          },
        ]}
      />
    </>
  )
}
