import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { projectViewQueries } from '#/api/kpi/project-views/queries.ts'
import { paths } from '#/app/paths.ts'
import { SectionPages } from '#/app/sections/SectionPages.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'

const ProfilePage = lazyPart(async () => (await import('#/features/account/profile/ProfilePage.tsx')).ProfilePage)
const SecurityPage = lazyPart(async () => (await import('#/features/account/security/SecurityPage.tsx')).SecurityPage)
const AccountActivity = lazyPart(
  async () => (await import('#/features/activity/account/AccountActivity.tsx')).AccountActivity,
  { namespaces: ['activity'] },
)
const Usage = lazyPart(async () => (await import('#/features/usage/Usage.tsx')).Usage, { namespaces: ['usage'] })

const OrganizationPage = lazyPart(
  async () => (await import('#/features/account/organization/OrganizationPage.tsx')).OrganizationPage,
)
const ProjectViewsPage = lazyPart(
  async () => (await import('#/features/account/views/ProjectViewsPage.tsx')).ProjectViewsPage,
)

export function Component() {
  const { t } = useTranslation('account')
  const { page } = useParams()
  // Most accounts have no project views: the page is then offered only where its address is open.
  const { data: views } = useQuery(projectViewQueries.list())
  const hasViews = page === 'views' || (views?.count ?? 0) > 0
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SectionPages
        label={t('title')}
        sections={[
          {
            label: t('profile.title'),
            path: paths.account(),
            content: <ProfilePage transfersPath={paths.transfers()} />,
          },
          {
            page: 'security',
            label: t('sections.security'),
            path: paths.account('security'),
            content: <SecurityPage activityPath={paths.account('activity')} />,
          },
          {
            page: 'organization',
            label: t('sections.organization'),
            path: paths.account('organization'),
            content: <OrganizationPage projectPath={paths.project} />,
          },
          ...(hasViews
            ? [
                {
                  page: 'views',
                  label: t('sections.views'),
                  path: paths.account('views'),
                  content: <ProjectViewsPage projectPath={paths.project} />,
                },
              ]
            : []),
          {
            page: 'usage',
            label: t('sections.usage'),
            path: paths.account('usage'),
            content: <Usage projectPath={paths.project} />,
          },
          { page: 'activity', label: t('activity'), path: paths.account('activity'), content: <AccountActivity /> },
        ]}
      />
    </>
  )
}
