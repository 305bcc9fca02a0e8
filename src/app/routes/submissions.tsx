import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { connections } from '#/api/connection.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset, AssetListItem } from '#/api/kpi/assets/schema.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Page } from '#/api/pagination.ts'
import { ErrorInPlace } from '#/app/ErrorPage.tsx'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireParams } from '#/app/route-params.ts'
import { DataWorkspace } from '#/app/workspace/DataWorkspace.tsx'
import { NoAccess } from '#/app/workspace/NoAccess.tsx'
import { NotDeployed } from '#/app/workspace/NotDeployed.tsx'
import { UnreadableFilter } from '#/app/workspace/UnreadableFilter.tsx'
import { firstFields } from '#/dataset/model/loaded-fields.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { pageOf, readView, type SubmissionsViewState } from '#/dataset/query/query.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { SubmissionHrefProvider } from '#/features/record/submission-links.ts'
import { openView, viewAddressOf } from '#/features/views/project-view.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'

const isDeployed = ({ deployment_status: status }: Asset) => status === 'deployed' || status === 'archived'

/** Of this many rows or less, a form has no more columns than are asked for at once. */
const FEW = 50

/** Whether the list of projects, where one comes from, told that the form is small. */
const isSmall = (assetUid: string) =>
  queryClient()
    .getQueriesData<Page<AssetListItem>>({ queryKey: assetQueries.lists() })
    .some(([, data]) =>
      data?.results?.some(({ uid, summary }) => uid === assetUid && (summary.row_count ?? Infinity) <= FEW),
    )

/** Starts the rows on their way. A refusal shows in the page, where the same query is read again. */
function startRows(assetUid: string, view: SubmissionsViewState, asset: Asset | undefined) {
  const { filter, sort } = view
  if (filter.unreadable !== undefined) return
  if (asset && !(isDeployed(asset) && assetCan.viewSubmissions(asset))) return
  const query = asset && toDataQuery(filter, asset.content)
  const fields = asset && firstFields(asset.content, view)
  queryClient()
    .query({ ...submissionQueries.page(assetUid, { ...pageOf(view), query, sort, fields }), staleTime: 'static' })
    .catch(() => null)
}

/** The rows start on their way with the project itself; the page stands meanwhile, with rows of the final size. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const { assetUid } = requireParams(params, 'assetUid')
  const { searchParams: search } = new URL(request.url)
  const view = readView(search)
  if (!connections.current()) return null
  const detail = assetQueries.detail(assetUid)
  const known = queryClient().getQueryData(detail.queryKey)
  // What a filter asks for, and which columns a wide form has, takes the form to know.
  if (known || (view.filter.parts.length === 0 && isSmall(assetUid)))
    startRows(assetUid, openView(search, known), known)
  else
    queryClient()
      .query({ ...detail, staleTime: 'static' })
      .then((asset) => startRows(assetUid, openView(search, asset), asset))
      .catch(() => null)
  return null
}

/** In the history's entry: the panel was opened from the table, which is one step back. */
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
    (next: SubmissionsViewState, options: { replace: boolean; state?: EntryState | null }) =>
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

  const hrefOf = useCallback(
    (id: number) =>
      paths.submission(
        assetUid,
        id,
        new URLSearchParams(viewAddressOf({ ...view, submission: null }, tableOwner)).toString(),
      ),
    [assetUid, view, tableOwner],
  )

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
            view={view}
            onView={show}
            onOpen={open}
            onClose={close}
            failure={(error, onRetry) => <ErrorInPlace error={error} onRetry={onRetry} />}
          />
        </SubmissionHrefProvider>
      )}
    </>
  )
}
