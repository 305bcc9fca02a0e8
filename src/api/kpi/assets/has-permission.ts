import type { Asset } from './schema.ts'

/** Whether the current user has one of these permissions, by `effective_permissions` [0347]. */
export const hasPermission = (asset: Pick<Asset, 'effective_permissions'>, ...codenames: string[]) =>
  asset.effective_permissions.some(({ codename }) => codenames.includes(codename))

/** Whether the current user may read submissions: all, or some with `partial_submissions` [0900]. */
export const canViewSubmissions = (asset: Pick<Asset, 'effective_permissions'>) =>
  hasPermission(asset, 'view_submissions', 'partial_submissions')
