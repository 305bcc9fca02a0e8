import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { paths, type ProjectEntryState } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { SubmitSwitch } from '#/app/submit-switch.tsx'
import { DeploymentActions } from '#/features/deployment/DeploymentActions.tsx'
import { DeploymentProvider } from '#/features/deployment/DeploymentProvider.tsx'
import { ProjectHead } from '#/features/project/ProjectHead.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { PageHead } from './PageHead.tsx'
import { BackToProjects, ProjectTabs } from './ProjectTabs.tsx'

const DeletionDialog = lazyPart(async () => (await import('#/app/DeletionDialog.tsx')).DeletionDialog, {
  namespaces: ['project-actions'],
})

/** The layout of a project's pages: its name, status, actions and tabs. */
export function Component() {
  const { t } = useTranslation('project')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const state = useLocation().state as ProjectEntryState | null
  const [isDeleting, deletion] = useDisclosure(false)
  const deleteItem = assetCan.delete(asset) && (
    <>
      <Menu.Divider />
      <Menu.Item
        c="var(--fb-brick)"
        leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
        onClick={deletion.open}
      >
        {t('settings.delete')}
      </Menu.Item>
    </>
  )

  return (
    <DeploymentProvider
      key={assetUid}
      asset={asset}
      sharingPath={paths.addPeople(assetUid)}
      signInSwitch={assetCan.share(asset) && <SubmitSwitch asset={asset} />}
      comparisonPath={paths.comparison(assetUid, asset.deployed_version_id ?? '')}
      initialAction={state?.deploys ? 'deploy' : undefined}
    >
      <PageTitle>{asset.name}</PageTitle>
      <PageHead>
        <ProjectHead
          name={asset.name}
          status={asset.deployment_status ?? 'draft'}
          hasUnpublishedChanges={unpublishedChanges(asset) !== 'none'}
          isPublic={summarizeAccess(asset.permissions, asset.owner__username).public !== 'none'}
          back={<BackToProjects />}
          actions={<DeploymentActions asset={asset} otherItems={deleteItem} />}
        />
      </PageHead>
      <ProjectTabs
        assetUid={assetUid}
        hasSubmissionsTab={assetCan.viewSubmissions(asset)}
        submissionCount={asset.deployment_status === 'draft' ? null : asset.deployment__submission_count}
      />
      {/* By the key of the provider, what a page holds of one project is never another's. */}
      <Outlet />
      {assetCan.delete(asset) && isDeleting && <DeletionDialog asset={asset} onClose={deletion.close} />}
    </DeploymentProvider>
  )
}
