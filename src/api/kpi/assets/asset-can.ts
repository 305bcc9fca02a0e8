import { lastSegment } from '#/api/addresses.ts'
import { canViewSubmissions, hasPermission as has } from './has-permission.ts'
import type { Asset } from './schema.ts'

type HasPermissions = Pick<Asset, 'effective_permissions'> & Partial<Pick<Asset, 'permissions'>>

/** Has the permission for all submissions, or for some by a row filter. Users see only their own filters [0347]. */
const hasForSome = (asset: HasPermissions, codename: string) =>
  has(asset, codename) ||
  (has(asset, 'partial_submissions') &&
    asset.permissions?.some(({ partial_permissions: parts = [] }) =>
      parts.some(({ url }) => lastSegment(url) === codename),
    ) === true)

/**
 * What the current user may do with a project, from `effective_permissions` [0347]. The interface offers only what this
 * allows.
 */
export const assetCan = {
  /** Rename, replace the form, change settings: 403 without [0382]. */
  edit: (asset: HasPermissions) => has(asset, 'change_asset'),
  /** Deploy, redeploy, archive, unarchive: 403 without [0524]; KPI's `PostMappedToChangePermission`. */
  deploy: (asset: HasPermissions) => has(asset, 'change_asset'),
  /** Grant and revoke permissions, including public access: 403 without [0626]. */
  share: (asset: HasPermissions) => has(asset, 'manage_asset'),
  /** Fill in a form that is not open to anyone: 401 without an account [0803]. */
  submit: (asset: HasPermissions) => has(asset, 'add_submissions'),
  /** Read submissions: all, or some with `partial_submissions` [0900]. */
  viewSubmissions: canViewSubmissions,
  /** Set a validation status: 403 without [0820]. */
  validateSubmissions: (asset: HasPermissions) => hasForSome(asset, 'validate_submissions'),
  /** Edit answers, also in the web form: 403 or 404 without [0848, 0864, 0902]. */
  editSubmissions: (asset: HasPermissions) => hasForSome(asset, 'change_submissions'),
  /** 403 without [0856]. */
  duplicateSubmissions: (asset: HasPermissions) => hasForSome(asset, 'change_submissions'),
  /** 403 without [0892]. */
  deleteSubmissions: (asset: HasPermissions) => hasForSome(asset, 'delete_submissions'),
  /** Delete the project: only the owner [0340, 0419]. */
  delete: (asset: HasPermissions) => has(asset, 'delete_asset'),
}
