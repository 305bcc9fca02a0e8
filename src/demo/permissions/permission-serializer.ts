import type { AssetRecord, Grant } from '#/demo/records.ts'

const ASSET_NOUNS: Record<string, string> = {
  survey: 'form',
  block: 'block',
  question: 'question',
  template: 'template',
}

const PARTIAL_LABEL = {
  default: 'Act on submissions only from specific users',
  view_submissions: 'View submissions only from specific users',
  change_submissions: 'Edit submissions only from specific users',
  delete_submissions: 'Delete submissions only from specific users',
  validate_submissions: 'Validate submissions only from specific users',
}

const SUBMISSION_LABELS: Record<string, string> = {
  add_submissions: 'Add submissions',
  view_submissions: 'View submissions',
  change_submissions: 'Edit submissions',
  delete_submissions: 'Delete submissions',
  validate_submissions: 'Validate submissions',
}

/** KPI's label of a permission; an object for partial ones [0611]. */
function labelOf(codename: string, assetType: string): string | Record<string, string> {
  const noun = ASSET_NOUNS[assetType] ?? assetType
  if (codename === 'partial_submissions') return PARTIAL_LABEL
  if (codename === 'view_asset') return `View ${noun}`
  if (codename === 'change_asset') return `Edit ${noun}`
  if (codename === 'manage_asset') return `Manage ${assetType === 'survey' ? 'project' : noun}`
  return SUBMISSION_LABELS[codename] ?? codename
}

/** A permission assignment in KPI's format [0601, 0611]. */
export function serializeGrant(asset: AssetRecord, { uid, username, codename, partial }: Grant, origin: string) {
  return {
    url: `${origin}/api/v2/assets/${asset.uid}/permission-assignments/${uid}/`,
    user: `${origin}/api/v2/users/${username}/`,
    permission: permissionUrl(codename, origin),
    ...(partial && {
      partial_permissions: partial.map((permission) => ({
        url: permissionUrl(permission.codename, origin),
        filters: permission.filters,
      })),
    }),
    label: labelOf(codename, asset.asset_type),
  }
}

export const permissionUrl = (codename: string, origin: string) => `${origin}/api/v2/permissions/${codename}/`

const SURVEY_CODENAMES =
  'view_asset change_asset manage_asset add_submissions view_submissions partial_submissions change_submissions delete_submissions validate_submissions'.split(
    ' ',
  )

/** `assignable_permissions` of an asset; library items have fewer [0257]. */
export const assignablePermissions = ({ asset_type: type }: AssetRecord, origin: string) =>
  assignableCodenames(type).map((codename) => ({
    url: permissionUrl(codename, origin),
    label: labelOf(codename, type),
  }))

export const assignableCodenames = (assetType: string) =>
  assetType === 'survey' ? SURVEY_CODENAMES : SURVEY_CODENAMES.slice(0, 3)
