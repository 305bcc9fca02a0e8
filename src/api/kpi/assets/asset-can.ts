import { lastSegment } from '#/api/addresses.ts'
import type { Asset } from './schema.ts'

type HasPermissions = Pick<Asset, 'effective_permissions'> & Partial<Pick<Asset, 'permissions'>>

const has = (asset: HasPermissions, ...codenames: string[]) =>
  asset.effective_permissions.some(({ codename }) => codenames.includes(codename))

/** With all submissions, or with those that a filter of the owner's finds: only one's own filters are seen [0347]. */
const reaches = (asset: HasPermissions, codename: string) =>
  has(asset, codename) ||
  (has(asset, 'partial_submissions') &&
    asset.permissions?.some(({ partial_permissions: parts = [] }) =>
      parts.some(({ url }) => lastSegment(url) === codename),
    ) === true)

/**
 * Who may do what with a project, from `effective_permissions`, which is what the caller holds [0347].
 * Everything that the interface offers or withholds is decided here.
 */
export const assetCan = {
  /** Rename, replace the form, change settings: 403 without [0382]. */
  edit: (asset: HasPermissions) => has(asset, 'change_asset'),
  /** Deploy, redeploy, archive, unarchive: 403 without [0524]; KPI's `PostMappedToChangePermission`. */
  deploy: (asset: HasPermissions) => has(asset, 'change_asset'),
  /** Give and take permissions, public access too: 403 without [0626]. */
  share: (asset: HasPermissions) => has(asset, 'manage_asset'),
  /** Fill in the form, where it is not open to anyone: then 401 to those without an account [0803]. */
  submit: (asset: HasPermissions) => has(asset, 'add_submissions'),
  /** Read submissions: all of them, or with `partial_submissions` some [0900]. */
  viewSubmissions: (asset: HasPermissions) => has(asset, 'view_submissions', 'partial_submissions'),
  /** Set a validation status: 403 without [0820]. */
  validateSubmissions: (asset: HasPermissions) => reaches(asset, 'validate_submissions'),
  /** Edit answers, also in the web form: 403 and 404 without, with some also for the others [0848, 0864, 0902]. */
  editSubmissions: (asset: HasPermissions) => reaches(asset, 'change_submissions'),
  /** 403 without [0856]. */
  duplicateSubmissions: (asset: HasPermissions) => reaches(asset, 'change_submissions'),
  /** 403 without [0892]. */
  deleteSubmissions: (asset: HasPermissions) => reaches(asset, 'delete_submissions'),
  /** Delete the project: the owner alone [0340, 0419]. */
  delete: (asset: HasPermissions) => has(asset, 'delete_asset'),
}
