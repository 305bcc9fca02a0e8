import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import { ProjectHead } from '#/features/project/ProjectHead.tsx'
import { PageHead } from './PageHead.tsx'
import { BackToProjects, ProjectTabs } from './ProjectTabs.tsx'

export interface KnownProjectProps {
  /** As the list of projects knows it. */
  project: AssetListItem
  hasTabs: boolean
}

/** The name and the tabs of a project whose page could not be loaded. */
export function KnownProject({ project, hasTabs }: KnownProjectProps) {
  const { uid, name, deployment_status: status, deployment__submission_count: count } = project
  return (
    <>
      <PageHead>
        <ProjectHead
          name={name}
          status={status ?? 'draft'}
          hasUnpublishedChanges={false}
          isPublic={summarizeAccess(project.permissions, project.owner__username).public !== 'none'}
          back={<BackToProjects />}
          actions={null}
        />
      </PageHead>
      {hasTabs && <ProjectTabs assetUid={uid} hasSubmissionsTab submissionCount={status === 'draft' ? null : count} />}
    </>
  )
}
