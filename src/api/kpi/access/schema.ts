import * as z from 'zod/mini'
import { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { projectAccessOf } from './project-access.ts'

/** A row of `assets/` [0302], of which only the access and what names the project are kept. */
export const ProjectAccessItem = z.pipe(
  z.pick(AssetListItem, {
    uid: true,
    name: true,
    owner__username: true,
    deployment_status: true,
    deployment__submission_count: true,
    permissions: true,
  }),
  z.transform(projectAccessOf),
)
