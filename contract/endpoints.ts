import * as z from 'zod/mini'
import { AccessLog } from '#/api/kpi/access-logs/schema.ts'
import { Account, SignedOutEverywhere } from '#/api/kpi/account/schema.ts'
import { AdvancedFeature, SubmissionSupplement } from '#/api/kpi/advanced-features/schema.ts'
import { AssetMetadata, AssetsHash, BulkDetail, MinimalAssets } from '#/api/kpi/asset-metadata/schema.ts'
import { Asset, AssetCounts, AssetListItem, SubmissionCounts } from '#/api/kpi/assets/schema.ts'
import { Deployment } from '#/api/kpi/deployment/schema.ts'
import { EnketoLink } from '#/api/kpi/enketo/schema.ts'
import { Environment } from '#/api/kpi/environment/schema.ts'
import { Export, ExportSetting } from '#/api/kpi/exports/schema.ts'
import { AssetFile } from '#/api/kpi/files/schema.ts'
import { HistoryActions, HistoryEntry } from '#/api/kpi/history/schema.ts'
import { Hook, HookLog, HookLogRetry, HookRetry } from '#/api/kpi/hooks/schema.ts'
import { ImportTask, StartedImport } from '#/api/kpi/imports/schema.ts'
import { KpiLanguage, LanguageDetail } from '#/api/kpi/languages/schema.ts'
import { Organization, OrganizationInvite, OrganizationMember } from '#/api/kpi/organizations/schema.ts'
import { OwnershipInvite } from '#/api/kpi/ownership/schema.ts'
import { Permission, PermissionAssignment, PermissionAssignments } from '#/api/kpi/permissions/schema.ts'
import { ProjectView, ViewedAsset } from '#/api/kpi/project-views/schema.ts'
import { Report } from '#/api/kpi/reports/schema.ts'
import { TokenGrant, TokenResponse } from '#/api/kpi/session/schema.ts'
import { Snapshot } from '#/api/kpi/snapshots/schema.ts'
import { AttachmentsDeleted, BulkEditResult, Submission, ValidationStatus } from '#/api/kpi/submissions/schema.ts'
import { Tag } from '#/api/kpi/tags/schema.ts'
import { AssetUsage, ServiceUsage } from '#/api/kpi/usage/schema.ts'
import { User, UserListItem } from '#/api/kpi/users/schema.ts'
import { Version, VersionDetail } from '#/api/kpi/versions/schema.ts'
import { listOf, Page } from '#/api/pagination.ts'

interface Endpoint {
  methods: readonly string[]
  /** With wildcards, as used in shapes.json. */
  path: string
  pattern: RegExp
  schema: z.ZodMiniType
}

/** Patterns for one part of a path. */
const WILDCARDS: Record<string, string> = {
  '{uid}': '[A-Za-z0-9]{5,40}',
  '{id}': '\\d+',
  '{submission}': '[0-9a-f-]+',
  '{name}': '[^/]+',
}

/** Declares an endpoint. Paths without a leading slash are relative to `/api/v2/`. */
function endpoint(methods: string, relativePath: string, schema: z.ZodMiniType): Endpoint {
  const path = relativePath.startsWith('/') ? relativePath : `/api/v2/${relativePath}`
  const pattern = path.replaceAll(/\{\w+\}/g, (name) => WILDCARDS[name] ?? name)
  return { methods: methods.split(' '), path, pattern: new RegExp(`^${pattern}$`), schema }
}

/** The response to a DELETE: no body, or an empty text [0879]. */
const EmptyBody = z.union([z.null(), z.literal('')])
/** A file; recordings contain its size instead of its content. */
const Bytes = z.object({ _binary: z.literal(true) })
const asset = 'assets/{uid}/'

/** Of the account, what the app leaves to the server's own pages [1353, 1354, 2496]. */
const EmailAddress = z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })
const SocialAccount = z.looseObject({})
const SecondFactors = z.array(z.looseObject({}))
/** One project of an invite, with its steps [2322]. The invite itself says as much as the app shows. */
const TransferSteps = z.object({
  asset: z.string(),
  status: z.string(),
  statuses: z.array(z.object({ status: z.string(), status_type: z.string(), error: z.nullable(z.string()) })),
})
/** The server sends the file by email [2498]; the app makes its own. */
const LogExport = z.object({ status: z.literal('created') })

/** The endpoints that the app uses, or will use, with their schemas. The first match applies. */
const ENDPOINTS: readonly Endpoint[] = [
  endpoint('GET', '/token/', TokenResponse),
  endpoint('DELETE', '/token/', EmptyBody),
  endpoint('POST', '/logout-all/', SignedOutEverywhere),
  endpoint('POST', '/o/token/', TokenGrant),
  endpoint('GET PATCH', '/me/', Account),
  endpoint('GET', 'environment/', Environment),
  endpoint('GET', 'access-logs/me/', Page(AccessLog)),
  endpoint('GET', 'access-logs/', Page(AccessLog)),
  endpoint('GET', 'users/', Page(UserListItem)),
  endpoint('GET', 'users/{name}/', User),
  endpoint('GET', 'permissions/', Page(Permission)),
  endpoint('GET', 'permissions/{name}/', Permission),
  endpoint('GET', 'languages/', Page(KpiLanguage)),
  endpoint('GET', 'languages/{name}/', LanguageDetail),
  endpoint('GET', 'tags/', Page(Tag)),
  endpoint('GET', 'service_usage/', ServiceUsage),
  endpoint('GET', 'asset_usage/', Page(AssetUsage)),
  endpoint('GET', 'organizations/', Page(Organization)),
  endpoint('GET', 'organizations/{uid}/', Organization),
  endpoint('GET', 'organizations/{uid}/members/', Page(OrganizationMember)),
  endpoint('GET', 'organizations/{uid}/invites/', Page(OrganizationInvite)),
  endpoint('POST', 'organizations/{uid}/invites/', listOf(OrganizationInvite)),
  endpoint('GET PATCH', 'organizations/{uid}/invites/{submission}/', OrganizationInvite),
  endpoint('GET', 'organizations/{uid}/service_usage/', ServiceUsage),
  endpoint('GET', 'organizations/{uid}/asset_usage/', Page(AssetUsage)),
  endpoint('GET', 'organizations/{uid}/assets/', Page(AssetListItem)),
  endpoint('GET', 'project-ownership/invites/', Page(OwnershipInvite)),
  endpoint('POST', 'project-ownership/invites/', OwnershipInvite),
  endpoint('GET PATCH', 'project-ownership/invites/{uid}/', OwnershipInvite),
  endpoint('GET', 'project-ownership/invites/{uid}/transfers/{uid}/', TransferSteps),
  endpoint('GET', '/me/emails/', Page(EmailAddress)),
  endpoint('GET', '/me/social-accounts/', Page(SocialAccount)),
  endpoint('GET', 'auth/mfa/user-methods/', SecondFactors),
  endpoint('POST', 'access-logs/me/export/', LogExport),
  endpoint('GET', 'terms-of-service/', z.array(z.unknown())),
  endpoint('GET', 'project-views/', Page(ProjectView)),
  endpoint('GET', 'project-views/{uid}/assets/', Page(ViewedAsset)),
  endpoint('POST', 'imports/', StartedImport),
  endpoint('GET', 'imports/{uid}/', ImportTask),
  endpoint('POST', 'asset_snapshots/', Snapshot),
  endpoint('GET', 'asset_snapshots/{uid}/', Snapshot),

  // XML, which `src/api/kpi/open-rosa/schema.ts` reads.
  endpoint('GET', '/formList', z.string()),
  endpoint('GET', '/xformsManifest/{id}', z.string()),

  endpoint('GET', 'assets/', Page(AssetListItem)),
  endpoint('POST', 'assets/', Asset),
  endpoint('POST', 'assets/bulk/', BulkDetail),
  endpoint('GET', 'assets/counts/', AssetCounts),
  endpoint('GET', 'assets/hash/', AssetsHash),
  endpoint('GET', 'assets/metadata/', AssetMetadata),
  endpoint('GET', 'assets/minimal-list/', MinimalAssets),
  endpoint('GET PATCH PUT', asset, Asset),
  endpoint('DELETE', asset, EmptyBody),
  endpoint('GET', `${asset}counts/`, SubmissionCounts),
  endpoint('GET POST PATCH', `${asset}deployment/`, Deployment),
  endpoint('GET', `${asset}versions/`, Page(Version)),
  endpoint('GET', `${asset}versions/{uid}/`, VersionDetail),
  endpoint('GET', `${asset}history/`, Page(HistoryEntry)),
  endpoint('GET', `${asset}history/actions/`, HistoryActions),
  endpoint('GET', `${asset}reports/`, Report),
  endpoint('GET', `${asset}advanced-features/`, z.array(AdvancedFeature)),
  endpoint('POST', `${asset}advanced-features/`, AdvancedFeature),
  endpoint('GET PATCH', `${asset}advanced-features/{uid}/`, AdvancedFeature),

  endpoint('GET', `${asset}permission-assignments/`, PermissionAssignments),
  endpoint('POST', `${asset}permission-assignments/`, PermissionAssignment),
  endpoint('POST', `${asset}permission-assignments/bulk/`, PermissionAssignments),
  endpoint('DELETE', `${asset}permission-assignments/bulk/`, EmptyBody),
  endpoint('PATCH', `${asset}permission-assignments/clone/`, PermissionAssignments),
  endpoint('GET', `${asset}permission-assignments/{uid}/`, PermissionAssignment),
  endpoint('DELETE', `${asset}permission-assignments/{uid}/`, EmptyBody),

  endpoint('GET', `${asset}data/`, Page(Submission)),
  endpoint('PATCH', `${asset}data/bulk/`, BulkEditResult),
  endpoint('DELETE', `${asset}data/bulk/`, BulkDetail),
  endpoint('PATCH DELETE', `${asset}data/validation_statuses/`, BulkDetail),
  endpoint('GET', `${asset}data/{submission}/`, Submission),
  endpoint('DELETE', `${asset}data/{id}/`, EmptyBody),
  endpoint('POST', `${asset}data/{id}/duplicate/`, Submission),
  endpoint('GET', `${asset}data/{id}/validation_status/`, z.union([ValidationStatus, z.strictObject({})])),
  endpoint('PATCH', `${asset}data/{id}/validation_status/`, ValidationStatus),
  endpoint('DELETE', `${asset}data/{id}/validation_status/`, EmptyBody),
  endpoint('GET PATCH', `${asset}data/{name}/supplement/`, SubmissionSupplement),
  endpoint('GET', `${asset}data/{id}/enketo/edit/`, EnketoLink),
  endpoint('GET', `${asset}data/{id}/enketo/view/`, EnketoLink),
  endpoint('GET', `${asset}data/{id}/edit/`, EnketoLink),
  endpoint('GET', `${asset}data/{id}/attachments/`, Bytes),
  endpoint('GET', `${asset}data/{id}/attachments/{uid}/`, Bytes),
  endpoint('GET', `${asset}data/{id}/attachments/{uid}/{name}/`, Bytes),
  endpoint('DELETE', `${asset}attachments/bulk/`, AttachmentsDeleted),
  endpoint('DELETE', `${asset}attachments/{uid}/`, EmptyBody),

  endpoint('GET', `${asset}exports/`, Page(Export)),
  endpoint('POST', `${asset}exports/`, Export),
  endpoint('GET', `${asset}exports/{uid}/`, Export),
  endpoint('DELETE', `${asset}exports/{uid}/`, EmptyBody),
  endpoint('GET', `${asset}export-settings/`, Page(ExportSetting)),
  endpoint('POST', `${asset}export-settings/`, ExportSetting),
  endpoint('GET PATCH', `${asset}export-settings/{uid}/`, ExportSetting),
  endpoint('DELETE', `${asset}export-settings/{uid}/`, EmptyBody),
  endpoint('GET', `${asset}files/`, Page(AssetFile)),
  endpoint('POST', `${asset}files/`, AssetFile),
  endpoint('GET', `${asset}files/{uid}/`, AssetFile),
  endpoint('DELETE', `${asset}files/{uid}/`, EmptyBody),
  endpoint('GET', `${asset}files/{uid}/content/`, Bytes),
  endpoint('GET', `${asset}hooks/`, Page(Hook)),
  endpoint('POST', `${asset}hooks/`, Hook),
  endpoint('GET PATCH', `${asset}hooks/{uid}/`, Hook),
  endpoint('DELETE', `${asset}hooks/{uid}/`, EmptyBody),
  endpoint('PATCH', `${asset}hooks/{uid}/retry/`, HookRetry),
  endpoint('GET', `${asset}hooks/{uid}/logs/`, Page(HookLog)),
  endpoint('GET', `${asset}hooks/{uid}/logs/{uid}/`, HookLog),
  endpoint('PATCH', `${asset}hooks/{uid}/logs/{uid}/retry/`, HookLogRetry),
]

/** The endpoint for a request; `undefined` if the app does not use it. */
export const endpointFor = (method: string, path: string) =>
  ENDPOINTS.find((known) => known.methods.includes(method) && known.pattern.test(path))
