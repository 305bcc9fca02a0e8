import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { projectViewQueries } from '#/api/kpi/project-views/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { SearchedProjects } from '#/features/account/projects/SearchedProjects.tsx'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import classes from './views.module.css'

interface ProjectViewsPageProps {
  /** The address of a project. */
  projectPath: (uid: string) => string
}

/** The project views that are assigned to the account, and the projects of the chosen one, which the address names. */
export function ProjectViewsPage({ projectPath }: ProjectViewsPageProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const { data, error, refetch } = useQuery(projectViewQueries.list())
  const views = data?.results ?? []
  const current = views.find(({ uid }) => uid === params.get('view')) ?? views[0]
  return (
    <TextPage>
      {error ? (
        <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <p role="status">{t('loading')}</p>
      ) : !current ? (
        <EmptyState title={t('views.none')}>
          <p>{t('views.noneText')}</p>
        </EmptyState>
      ) : (
        <Card title={current.name} flush>
          <div className={classes.head}>
            {views.length > 1 && (
              <NativeSelect
                label={t('views.choose')}
                data={views.map(({ uid, name }) => ({ value: uid, label: name }))}
                value={current.uid}
                onChange={({ currentTarget }) => setParams({ view: currentTarget.value })}
              />
            )}
            <p>
              {isOfAllCountries(current.countries)
                ? t('views.allCountries')
                : t('views.countries', { countries: format.list(current.countries) })}{' '}
              {t(current.permissions.includes('view_submissions') ? 'views.canViewData' : 'views.canViewForms')}
            </p>
          </div>
          <SearchedProjects
            key={current.uid}
            queryOf={(page) => projectViewQueries.projects(current.uid, page)}
            projectPath={projectPath}
          />
        </Card>
      )}
      {data && <UnreadableItems kind="view" items={data.unreadable} />}
    </TextPage>
  )
}

/** KPI writes all countries as an asterisk (seen on a real KPI). */
const isOfAllCountries = (countries: readonly string[]) => countries.length === 0 || countries.includes('*')
