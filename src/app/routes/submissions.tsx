import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { InlineError } from '#/app/ErrorPage.tsx'
import { useConnection } from '#/app/follow-connection.ts'
import { isDeployed } from '#/app/loaders/submissions-loader.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { DataWorkspace } from '#/app/workspace/DataWorkspace.tsx'
import { NoAccess } from '#/app/workspace/NoAccess.tsx'
import { NotDeployed } from '#/app/workspace/NotDeployed.tsx'
import { UnreadableFilter } from '#/app/workspace/UnreadableFilter.tsx'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import { SubmissionHrefProvider } from '#/features/record/submission-links.ts'
import { openView, viewAddressOf } from '#/features/views/project-view.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'

/** History state: the panel was opened from the table, so that going back closes it. */
interface EntryState {
  fromTable?: boolean
}

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('submissions')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const [search, setSearch] = useSearchParams()
  const { settings, content } = asset
  const tableOwner = useMemo(() => ({ settings, content }), [settings, content])
  const view = useMemo(() => openView(search, tableOwner), [search, tableOwner])
  const navigate = useNavigate()
  const state = useLocation().state as EntryState | null

  const show = useCallback(
    (next: DatasetQuery, options: { replace: boolean; state?: EntryState | null }) =>
      setSearch(viewAddressOf(next, tableOwner), { ...options, preventScrollReset: true }),
    [setSearch, tableOwner],
  )
  const open = (submission: number) => {
    const isOpen = view.submission !== null
    show({ ...view, submission }, { replace: isOpen, state: isOpen ? state : { fromTable: true } })
  }
  const close = () => {
    if (state?.fromTable) void navigate(-1)
    else show({ ...view, submission: null }, { replace: true })
  }

  // The same for each row that is open.
  const viewSearch = new URLSearchParams(viewAddressOf({ ...view, submission: null }, tableOwner)).toString()
  const hrefOf = useCallback((id: number) => paths.submission(assetUid, id, viewSearch), [assetUid, viewSearch])

  return (
    <>
      <PageTitle>{`${t('title')} · ${asset.name}`}</PageTitle>
      {!assetCan.viewSubmissions(asset) ? (
        <NoAccess username={you} owner={asset.owner__username} />
      ) : !isDeployed(asset) ? (
        <NotDeployed canDeploy={assetCan.deploy(asset)} owner={asset.owner__username} />
      ) : view.filter.unreadable !== undefined ? (
        <UnreadableFilter
          text={view.filter.unreadable}
          onShowAll={() => show({ ...view, filter: NO_FILTER, page: 1 }, { replace: false })}
        />
      ) : (
        <SubmissionHrefProvider value={hrefOf}>
          <DataWorkspace
            asset={asset}
            query={view}
            onQueryChange={show}
            onOpen={open}
            onClose={close}
            renderError={(error, onRetry) => <InlineError error={error} onRetry={onRetry} />}
          />
        </SubmissionHrefProvider>
      )}
    </>
  )
}
