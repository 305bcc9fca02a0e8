import type { ComponentType } from 'react'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import { isHeld, type ProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { useProjectControl } from '#/features/project-actions/jobs/use-project-job.ts'
import type { ActionKind } from '#/features/project-actions/project-can.ts'
import type { RequestedAction } from '#/features/project-actions/requested-action.ts'
import { CloneDialog } from './CloneDialog.tsx'
import { CollectProjects } from './CollectProjects.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { DeploymentDialog } from './DeploymentDialog.tsx'
import { DownloadDialog } from './DownloadDialog.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { StopSharingDialog } from './StopSharingDialog.tsx'
import { TagDialog } from './TagDialog.tsx'
import type { ActionDialogProps, DataOfferProps } from './dialog-props.ts'

interface OpenActionProps {
  requested: RequestedAction
  username: string
  page: ProjectPage
  /** How many match in all. */
  count: number
  dataOffer: ComponentType<DataOfferProps>
  onClose: () => void
}

/** Asks before an action on projects. All that match are read first, page by page. */
export function ActionDialog({ requested, username, page, count, dataOffer, onClose }: OpenActionProps) {
  const { run, set } = useProjectControl()
  const { kind, projects } = requested
  const onStart = (job: ProjectJob) => {
    onClose()
    if (isHeld(job)) set(job)
    else run(job)
  }
  const common = { username, dataOffer, onStart, onClose }
  if (projects) return <DialogOf kind={kind} projects={projects} {...common} />
  return (
    <CollectProjects page={page} count={count} onClose={onClose}>
      {(all) => <DialogOf kind={kind} projects={all} {...common} />}
    </CollectProjects>
  )
}

function DialogOf({ kind, ...props }: ActionDialogProps & { kind: ActionKind }) {
  switch (kind) {
    case 'archive':
    case 'unarchive':
      return <DeploymentDialog kind={kind} {...props} />
    case 'delete':
      return <DeleteDialog {...props} />
    case 'tag':
    case 'untag':
      return <TagDialog kind={kind} {...props} />
    case 'share':
      return <ShareDialog {...props} />
    case 'stopSharing':
      return <StopSharingDialog {...props} />
    case 'clone':
      return <CloneDialog {...props} />
    case 'download':
      return <DownloadDialog {...props} />
  }
}
