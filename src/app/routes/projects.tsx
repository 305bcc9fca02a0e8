import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useNavigation, useSearchParams } from 'react-router'
import { ALL_PROJECTS } from '#/api/kpi/assets/project-search.ts'
import { assetQueries, type ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { PageHead } from '#/app/layouts/PageHead.tsx'
import { projectPageOf, projectPageParams } from '#/app/loaders/project-list-page.ts'
import { paths } from '#/app/paths.ts'
import { ImportButton } from '#/features/import-form/ImportButton.tsx'
import { ImportDropZone } from '#/features/import-form/ImportDropZone.tsx'
import { ProjectsFooter } from '#/features/projects/ProjectsFooter.tsx'
import { ProjectsTable, type ProjectsTableProps } from '#/features/projects/ProjectsTable.tsx'
import { ProjectsToolbar } from '#/features/projects/ProjectsToolbar.tsx'
import { useProjectColumns } from '#/features/projects/use-project-columns.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { LazyListControls } from '#/app/routes/list/lazy-list-controls.tsx'
import classes from './projects.module.css'

const NoProjects = lazy(async () => ({ default: (await import('#/features/projects/NoProjects.tsx')).NoProjects }))
const UnreadableItems = lazy(async () => ({
  default: (await import('#/ui/feedback/UnreadableItems.tsx')).UnreadableItems,
}))

// The list does not wait for what can be done to it.
const withTexts = async <Part,>(part: Promise<Part>) => {
  const [loaded] = await Promise.all([part, loadNamespaces('project-actions', 'errors', 'shortcuts')])
  return { default: loaded }
}
const ListStart = lazy(() =>
  withTexts(import('#/app/routes/list/list-actions.tsx').then(({ ListStart: part }) => part)),
)
const ListEnd = lazy(() => withTexts(import('#/app/routes/list/list-actions.tsx').then(({ ListEnd: part }) => part)))
const ProjectsBar = lazy(() =>
  withTexts(import('#/app/routes/list/list-actions.tsx').then(({ ProjectsActionsBar: part }) => part)),
)
const NewProject = lazy(() =>
  withTexts(import('#/app/routes/list/list-actions.tsx').then(({ NewProject: part }) => part)),
)

const startOf = (project: AssetListItem | null) => (
  <Suspense>
    <ListStart project={project} />
  </Suspense>
)
const endOf = (project: AssetListItem | null, username: string) => (
  <Suspense>
    <ListEnd project={project} username={username} />
  </Suspense>
)

/** The table. It alone renders when another page of it is requested: a project opens without that. */
function ListTable(props: Omit<ProjectsTableProps, 'busy' | 'linkTo' | 'start' | 'end'>) {
  const busy = useNavigation().location?.pathname === paths.projects()
  return <ProjectsTable {...props} start={startOf} end={endOf} linkTo={paths.project} busy={busy} />
}

/** The list of projects. */
export function Projects() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('projects')
  const format = useFormat()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const shown = projectPageOf(search)
  const { data: list } = useSuspenseQuery(assetQueries.list(shown))
  const { data: counts } = useSuspenseQuery(assetQueries.counts(shown.search))
  const columns = useProjectColumns()
  const isFiltered = JSON.stringify(shown.search) !== JSON.stringify(ALL_PROJECTS)
  const total = counts.draft_count + counts.deployed_count + counts.archived_count

  const show = (change: Partial<ProjectPage>, replace = false) => {
    setSearch(projectPageParams({ ...shown, page: 1, ...change }), { replace })
  }
  const openOnlyMatch = () => {
    const [only] = list.results
    if (shown.search.text !== '' && list.count === 1 && only) void navigate(paths.project(only.uid))
  }
  // Enter may be pressed before the matches are loaded.
  const enteredText = useRef<string | null>(null)
  const onMatchesLoaded = useEffectEvent(() => {
    if (enteredText.current === shown.search.text) openOnlyMatch()
    enteredText.current = null
  })
  useEffect(() => onMatchesLoaded(), [shown.search.text])
  const goToImports = () => void navigate(paths.imports())

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <ImportDropZone onStarted={goToImports} />
      <div className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        {!isFiltered && <span className={classes.total}>{format.number(total)}</span>}
        {/* Beside the title, where it pushes nothing down. */}
        <p className={classes.matches} role="status">
          {isFiltered && t('matches', { count: list.count })}
        </p>
        <PageHead>
          <div className={classes.actions}>
            <Suspense>
              <NewProject />
            </Suspense>
            <ImportButton compact onStarted={goToImports} />
          </div>
        </PageHead>
      </div>
      <ProjectsToolbar
        search={shown.search}
        counts={counts}
        onChange={(next) => show({ search: next }, next.text !== shown.search.text)}
        onEnter={(text) => {
          if (text === shown.search.text) openOnlyMatch()
          else enteredText.current = text
        }}
      >
        <Suspense fallback={<span className={classes.controls} />}>
          <LazyListControls page={shown} onPage={show} projects={list.results} username={you} columns={columns} />
        </Suspense>
      </ProjectsToolbar>
      {list.count > 0 ? (
        <>
          <ListTable
            projects={list.results}
            columns={columns.shown}
            username={you}
            ordering={shown.ordering}
            onOrder={(ordering) => show({ ordering })}
          />
          <Suspense>
            {list.unreadable.length > 0 && <UnreadableItems kind="project" items={list.unreadable} />}
          </Suspense>
          <ProjectsFooter
            page={shown.page}
            pageSize={shown.pageSize}
            total={list.count}
            onPage={(page) => show({ page })}
          />
          <Suspense>
            <ProjectsBar page={shown} list={list} username={you} isFiltered={isFiltered} />
          </Suspense>
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
