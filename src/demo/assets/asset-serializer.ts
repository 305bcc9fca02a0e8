import type { Database } from '#/demo/database.ts'
import { assignablePermissions, serializeGrant } from '#/demo/permissions/permission-serializer.ts'
import { ANONYMOUS, permissionsOf, visibleGrants } from '#/demo/permissions/permissions.ts'
import { serializeExportSetting } from '#/demo/exports/setting-serializer.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { deploymentUuid } from '#/demo/submissions/submission-serializer.ts'
import { additionalFields } from '#/demo/supplements/features.ts'
import { findSubmissions, submissionRefs } from '#/demo/submissions/submission-store.ts'
import { contentHash, contentSummary, currentContent, newestVersion } from './content.ts'
import { serializeMedia } from './media-serializer.ts'
import { serializeVersions } from './version-serializer.ts'

interface View {
  db: Database
  username: string
  origin: string
}

const BULK_LINKS = { xls_legacy: 'xls', csv_legacy: 'csv', zip_legacy: 'zip' }

/** An asset with all its details, as `assets/<uid>/` sends it to a user [0340]. */
export function assetDetail(asset: AssetRecord, view: View) {
  const { origin, username } = view
  const url = `${origin}/api/v2/assets/${asset.uid}/`
  const list = assetListItem(asset, view)
  const deployed = serializeVersions(asset, origin).filter(({ date_deployed: date }) => date !== false)
  return {
    ...list,
    files: (asset.media ?? []).map((file) => serializeMedia(asset, file, origin)),
    version__content_hash: contentHash(newestVersion(asset).content),
    version_count: asset.versions.length,
    deployed_versions: { count: deployed.length, next: null, previous: null, results: deployed },
    deployment__links: asset.active ? enketoLinks(asset.uid, view.db) : {},
    deployment__data_download_links: asset.deployed_version_id === null ? {} : downloadLinks(asset, origin),
    report_styles: reportStyles(asset),
    report_custom: {},
    advanced_features: { _version: '20250820' },
    map_styles: {},
    map_custom: {},
    content: currentContent(asset),
    embeds: ['xls', 'xform'].map((format) => ({ format, url: `${url}${format}/` })),
    analysis_form_json: { additional_fields: additionalFields(asset.features ?? []) },
    xform_link: `${url}xform/`,
    hooks_link: `${url}hooks/`,
    xls_link: `${url}xls/`,
    assignable_permissions: assignablePermissions(asset, origin),
    effective_permissions: effectivePermissions(asset, username),
    exports: `${url}exports/`,
    paired_data: `${url}paired-data/`,
    project_ownership: projectOwnership(asset, view),
  }
}

/** An item of `assets/` [0302]. */
export function assetListItem(asset: AssetRecord, { db, username, origin }: View) {
  const url = `${origin}/api/v2/assets/${asset.uid}/`
  const isDeployed = asset.deployed_version_id !== null
  return {
    url,
    date_created: asset.date_created,
    date_modified: asset.date_modified,
    date_deployed: asset.date_deployed,
    owner: `${origin}/api/v2/users/${asset.owner}/`,
    summary: contentSummary(newestVersion(asset).content),
    owner__username: asset.owner,
    parent: null,
    uid: asset.uid,
    tag_string: asset.tag_string,
    settings: asset.settings,
    kind: 'asset',
    name: asset.name,
    asset_type: asset.asset_type,
    version_id: newestVersion(asset).uid,
    has_deployment: isDeployed,
    deployed_version_id: asset.deployed_version_id,
    deployment__active: asset.active,
    ...submissionSummary(asset, { db, username, origin }),
    deployment__encrypted: false,
    deployment__uuid: isDeployed ? deploymentUuid(asset.uid) : null,
    deployment_status: deploymentStatus(asset),
    permissions: visibleGrants(asset, username).map((grant) => serializeGrant(asset, grant, origin)),
    export_settings: (asset.exportSettings ?? []).map((one) => serializeExportSetting(asset, one, origin)),
    downloads: ['xls', 'xml'].map((format) => ({ format, url: `${url.slice(0, -1)}.${format}` })),
    data: `${url}data/`,
    subscribers_count: 0,
    status: sharingStatus(asset),
    access_types: null,
    children: { count: 0 },
    data_sharing: {},
    owner_label: asset.owner,
    last_modified_by: asset.last_modified_by,
    created_by: asset.created_by,
  }
}

/** Library items have the status "-" [0257]. */
export function deploymentStatus(asset: AssetRecord): string {
  if (asset.asset_type !== 'survey') return '-'
  if (asset.deployed_version_id === null) return 'draft'
  return asset.active ? 'deployed' : 'archived'
}

/** The number of submissions is `null` for users with partial permissions [0673]. */
function submissionSummary(asset: AssetRecord, { db, username }: View) {
  const refs = submissionRefs(db, asset.uid)
  const last = refs.at(-1)
  const isPartial = permissionsOf(asset, username).has('partial_submissions')
  return {
    deployment__submission_count: isPartial ? null : refs.length,
    deployment__last_submission_time: last ? new Date(last.time).toISOString().replace('Z', '000Z') : null,
  }
}

function sharingStatus({ grants, owner }: AssetRecord): string {
  if (grants.some(({ username, codename }) => username === ANONYMOUS && codename === 'view_asset')) return 'public'
  return grants.some(({ username }) => username !== owner) ? 'shared' : 'private'
}

const EFFECTIVE_ORDER =
  'manage_asset change_submissions add_submissions validate_submissions change_asset view_asset delete_asset delete_submissions view_submissions partial_submissions'.split(
    ' ',
  )

/** What the user may do. Only the owner may delete [0340, 0347]. */
function effectivePermissions(asset: AssetRecord, username: string) {
  const permissions = permissionsOf(asset, username)
  if (asset.owner === username) permissions.add('delete_asset')
  return EFFECTIVE_ORDER.filter((codename) => permissions.has(codename)).map((codename) => ({ codename }))
}

function enketoLinks(uid: string, { webFormPage }: Database) {
  const id = deploymentUuid(uid).slice(0, 8)
  const addressOf = (path: string) =>
    webFormPage === undefined ? `https://ee.demo.invalid/${path}` : `${webFormPage}?project=${uid}`
  const once = deploymentUuid(`${uid} once`)
  const single = id + deploymentUuid(`${uid} single`).slice(8)
  return {
    offline_url: addressOf(`x/${id}`),
    url: addressOf(id),
    single_url: addressOf(`single/${single}`),
    single_once_url: addressOf(`single/${once}`),
    preview_url: addressOf(`preview/${id}`),
    iframe_url: addressOf(`i/${id}`),
    single_iframe_url: addressOf(`single/i/${single}`),
    single_once_iframe_url: addressOf(`single/i/${once}`),
  }
}

function downloadLinks({ uid, owner }: AssetRecord, origin: string) {
  const legacy = Object.entries(BULK_LINKS).map(([key, format]) => [
    key,
    `${origin}/${owner}/exports/${uid}/${format}/`,
  ])
  const base = `${origin}/${owner}/reports/${uid}/export`
  return { ...Object.fromEntries(legacy), xls: `${base}.xlsx`, csv: `${base}.csv` } as Record<string, string>
}

function reportStyles(asset: AssetRecord) {
  const rows = currentContent(asset).survey.map(({ name, $kuid }) => [String(name ?? $kuid), String($kuid)] as const)
  return {
    default: {},
    specified: Object.fromEntries(rows.map(([name]) => [name, {}])),
    kuid_names: Object.fromEntries(rows),
  }
}

const DAY = 86_400_000

/**
 * Submissions per day, and in total [0360]. `days=7` returns eight days, those seven and today (NOTES, "Seen by driving
 * the app against it"). The total is `null` for users with partial permissions [0906].
 */
export function submissionCounts(asset: AssetRecord, { db, username, origin }: View, days: number | undefined) {
  const codename = 'view_submissions'
  const refs = findSubmissions(db, asset, { username, codename, origin })
  const since = days === undefined ? 0 : (Math.floor(Date.now() / DAY) - days) * DAY
  const daily: Record<string, number> = {}
  for (const { time } of refs) {
    if (time < since) continue
    const day = new Date(time).toISOString().slice(0, 10)
    daily[day] = (daily[day] ?? 0) + 1
  }
  const isPartial = permissionsOf(asset, username).has('partial_submissions')
  return { daily_submission_counts: daily, total_submission_count: isPartial ? null : refs.length }
}

/** The last invite to take over a project, without those that were declined or withdrawn [2315, 2323]. */
function projectOwnership({ uid }: AssetRecord, { db, origin }: View) {
  const invite = db.invites().find(({ transfers }) => transfers.some(({ assetUid }) => assetUid === uid))
  if (!invite || invite.status === 'declined' || invite.status === 'cancelled') return null
  const { sender, recipient, status } = invite
  return { invite: `${origin}/api/v2/project-ownership/invites/${invite.uid}/`, sender, recipient, status }
}
