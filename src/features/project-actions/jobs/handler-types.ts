import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import type { ProjectTypes } from './project-job.ts'

/** A project as it was read just before it is changed. */
export type ProjectItem = AssetListItem
export type Handler = BatchHandler<ProjectTypes, ProjectItem>
