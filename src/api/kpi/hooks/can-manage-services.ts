import type { Asset } from '#/api/kpi/assets/schema.ts'

const NEEDED = ['change_asset', 'view_submissions']

/**
 * Whether the current user may see and change the REST services of a project: they are 404 without both permissions [1210];
 * KPI's `AssetEditorSubmissionViewerPermission`.
 */
export const canManageServices = ({ effective_permissions: held }: Pick<Asset, 'effective_permissions'>) =>
  NEEDED.every((needed) => held.some(({ codename }) => codename === needed))
