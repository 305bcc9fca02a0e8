import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useNavigation, useSearchParams } from 'react-router'
import { assetQueries, PROJECT_ORDERS, type ProjectOrder, type ProjectPage } from '#/api/kpi/assets/queries.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireConnection } from '#/app/require-connection.ts'
import { oneOf, pageParamOf } from '#/app/route-params.ts'
import { ImportButton } from '#/features/import-form/ImportButton.tsx'
import { ImportDropZone } from '#/features/import-form/ImportDropZone.tsx'
import { ProjectsFooter } from '#/features/projects/ProjectsFooter.tsx'
import { ProjectsTable } from '#/features/projects/ProjectsTable.tsx'
import { ProjectsToolbar } from '#/features/projects/ProjectsToolbar.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import classes from './projects.module.css'

const NoProjects = lazy(async () => ({ default: (await import('#/features/projects/NoProjects.tsx')).NoProjects }))
const UnreadableItems = lazy(async () => ({
  default: (await import('#/ui/feedback/UnreadableItems.tsx')).UnreadableItems,
}))

const PAGE_SIZE = 50
const ORDERS = PROJECT_ORDERS.flatMap((order): ProjectOrder[] => [order, `-${order}`])

/** Which projects an address asks for. */
function pageFrom(search: URLSearchParams): ProjectPage {
  return {
    search: { text: search.get('q') ?? '', status: oneOf(search, 'status', ['all', 'draft', 'deployed', 'archived']) },
    ordering: oneOf(search, 'sort', ['-date_modified', ...ORDERS]),
    page: pageParamOf(search),
    pageSize: PAGE_SIZE,
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  const page = pageFrom(new URL(request.url).searchParams)
  await Promise.all([
    queryClient().query({ ...assetQueries.list(page), staleTime: 'static' }),
    queryClient().query({ ...assetQueries.counts(page.search.text), staleTime: 'static' }),
  ])
  return null
}

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('projects')
  const format = useFormat()
  const navigate = useNavigate()
  const isLoading = useNavigation().state === 'loading'
  const [search, setSearch] = useSearchParams()
  const shown = pageFrom(search)
  const { data: list } = useSuspenseQuery(assetQueries.list(shown))
  const { data: counts } = useSuspenseQuery(assetQueries.counts(shown.search.text))
  const isFiltered = shown.search.text !== '' || shown.search.status !== 'all'
  const total = counts.draft_count + counts.deployed_count + counts.archived_count

  const show = (change: Partial<ProjectPage>, replace = false) => {
    const next = { ...shown, page: 1, ...change }
    setSearch(
      {
        ...(next.search.text && { q: next.search.text }),
        ...(next.search.status !== 'all' && { status: next.search.status }),
        ...(next.ordering !== '-date_modified' && { sort: next.ordering }),
        ...(next.page > 1 && { page: String(next.page) }),
      },
      { replace },
    )
  }
  const goToImports = () => void navigate(paths.imports())

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <ImportDropZone onStarted={goToImports} />
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <span className={classes.total}>{format.number(total)}</span>
        <div className={classes.actions}>
          <ImportButton onStarted={goToImports} />
        </div>
      </div>
      <ProjectsToolbar
        search={shown.search}
        counts={counts}
        onChange={(next) => show({ search: next }, next.text !== shown.search.text)}
      />
      <p className={classes.matches} role="status">
        {isFiltered && t('matches', { count: list.count })}
      </p>
      {list.count > 0 ? (
        <>
          <ProjectsTable
            projects={list.results}
            username={you}
            ordering={shown.ordering}
            onOrder={(ordering) => show({ ordering })}
            linkTo={paths.project}
            busy={isLoading}
          />
          <Suspense>
            {list.unreadable.length > 0 && <UnreadableItems kind="project" items={list.unreadable} />}
          </Suspense>
          <ProjectsFooter page={shown.page} pageSize={PAGE_SIZE} total={list.count} onPage={(page) => show({ page })} />
        </>
      ) : (
        <Suspense>
          <NoProjects
            onClear={isFiltered ? () => setSearch({}) : undefined}
            importButton={<ImportButton onStarted={goToImports} />}
          />
        </Suspense>
      )}
    </>
  )
}
