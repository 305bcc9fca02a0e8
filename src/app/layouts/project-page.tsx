import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, NavLink, Outlet, useParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireConnection } from '#/app/require-connection.ts'
import { requireParams } from '#/app/route-params.ts'
import { DeploymentActions } from '#/features/deployment/DeploymentActions.tsx'
import { ProjectHead } from '#/features/project/ProjectHead.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import classes from './project-page.module.css'

export async function loader({ params, request }: LoaderFunctionArgs) {
  requireConnection(request)
  const { assetUid } = requireParams(params, 'assetUid')
  await queryClient().query({ ...assetQueries.detail(assetUid), staleTime: 'static' })
  return null
}

/** What all pages of a project share: its name and state, what can be done with it, its tabs. */
export function Component() {
  const { t } = useTranslation(['project', 'common'])
  const format = useFormat()
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const count = asset.deployment__submission_count

  return (
    <>
      <PageTitle>{asset.name}</PageTitle>
      <ProjectHead
        name={asset.name}
        status={asset.deployment_status ?? 'draft'}
        hasUnpublishedChanges={unpublishedChanges(asset) !== 'none'}
        back={<Link to={paths.projects()}>{t('common:projects')}</Link>}
        actions={<DeploymentActions key={assetUid} asset={asset} />}
      />
      <nav className={classes.tabs} aria-label={t('project:tabs.label')}>
        <NavLink to={paths.project(assetUid)} end>
          {t('project:tabs.summary')}
        </NavLink>
        <NavLink to={paths.form(assetUid)}>{t('project:tabs.form')}</NavLink>
        {assetCan.viewSubmissions(asset) && (
          <NavLink to={paths.submissions(assetUid)}>
            {t('project:tabs.submissions')}
            {count !== null && asset.deployment_status !== 'draft' && (
              <span className={classes.count}>{format.number(count)}</span>
            )}
          </NavLink>
        )}
        <NavLink to={paths.sharing(assetUid)}>{t('project:tabs.sharing')}</NavLink>
        <NavLink to={paths.settings(assetUid)}>{t('project:tabs.settings')}</NavLink>
      </nav>
      {/* What a page holds of one project is never another's. */}
      <Outlet key={assetUid} />
    </>
  )
}
