import type { ComponentType } from 'react'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { ProjectJob } from '#/features/project-actions/jobs/project-job.ts'

/** What offers the submissions of a project as a file. */
export interface DataOfferProps {
  assetUid: string
  /** Label of the button that starts it. */
  label: string
}

/** The dialog of an action on projects. */
export interface ActionDialogProps {
  /** All that were chosen, also those on which it is not possible. */
  projects: readonly AssetListItem[]
  username: string
  dataOffer: ComponentType<DataOfferProps>
  onStart: (job: ProjectJob) => void
  onClose: () => void
}
