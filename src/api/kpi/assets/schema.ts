import * as z from 'zod/mini'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { ProjectOwnership } from '#/api/kpi/ownership/project-ownership.ts'
import { PermissionAssignment } from '#/api/kpi/permissions/schema.ts'
import { Version } from '#/api/kpi/versions/schema.ts'
import { lenient, optional, orNull } from '#/api/lenient.ts'

/** State of a project. */
export const DeploymentStatus = z.enum(['draft', 'deployed', 'archived'])
export type DeploymentStatus = z.output<typeof DeploymentStatus>

/** What KPI derives from the content. `{}` on collections [0343]; only `languages` on an empty form [0401]. */
export const AssetSummary = z.object({
  /** Questions without groups and notes: 954 for a form of 1,269 rows [0207]. */
  row_count: optional(z.number()),
  /** `null` stands for a language without a name. */
  languages: optional(z.array(z.nullable(z.string()))),
})
export type AssetSummary = z.output<typeof AssetSummary>

/** A sector or a country: its name, and what the server stores [0371]. */
const Choice = z.object({ label: z.string(), value: optional(z.string()) })

/** Merged by key on PATCH [0372]. */
const AssetSettings = z.object({
  description: optional(z.string()),
  sector: optional(Choice),
  country: optional(z.array(Choice)),
  /** Parsed by `tableSettingsOf`. */
  'data-table': z.optional(z.unknown()),
  /** Read by `publishingNoteOf`. */
  'fieldboard-notes': z.optional(z.unknown()),
})

const assetFields = {
  uid: z.string(),
  name: z.string(),
  owner__username: z.string(),
  settings: lenient(AssetSettings, {}),
  /** Comma-separated; the tags of a project are one text [2500]. */
  tag_string: lenient(z.string(), ''),
  summary: lenient(AssetSummary, {}),
  /** ISO 8601 in UTC, with `Z`, like every date here. */
  date_created: lenient(z.string(), ''),
  date_modified: lenient(z.string(), ''),
  date_deployed: orNull(z.string()),
  /** The newest saved version; `null` on collections. */
  version_id: z.nullable(z.string()),
  deployed_version_id: z.nullable(z.string()),
  /** `null` on library items, which have no status: KPI sends "-" [0344]. */
  deployment_status: z.union([
    DeploymentStatus,
    z.pipe(
      z.literal('-'),
      z.transform(() => null),
    ),
  ]),
  /** `null` with access to some submissions only [0673]. */
  deployment__submission_count: z.nullable(z.number()),
  deployment__last_submission_time: optional(z.string()),
  /** All users' for those who may manage the project, else only the owner's and their own [0347]. */
  permissions: z.array(PermissionAssignment),
}

/** A row of `assets/` [0302]. */
export const AssetListItem = z.object(assetFields)
export type AssetListItem = z.output<typeof AssetListItem>

/** One project with its form: `assets/<uid>/` [0340]. */
export const Asset = z.object({
  ...assetFields,
  content: FormContent,
  /** Differs from the deployed version's only where questions changed; a rename keeps it [0370]. */
  version__content_hash: orNull(z.string()),
  /** Newest first. */
  deployed_versions: lenient(z.object({ count: lenient(z.number(), 0), results: lenient(z.array(Version), []) }), {
    count: 0,
    results: [],
  }),
  /** Addresses of the web form by their use; `{}` in a draft, or where Enketo is down [0560]. */
  deployment__links: lenient(z.record(z.string(), optional(z.string())), {}),
  /** Read by `analysisFieldsOf`. */
  analysis_form_json: z.optional(z.unknown()),
  /** The last invite to take over the project; `null` for none. */
  project_ownership: lenient(z.nullable(ProjectOwnership), null),
  /** What the caller may do. */
  effective_permissions: z.array(z.object({ codename: z.string() })),
  downloads: lenient(z.array(z.object({ format: z.string(), url: z.string() })), []),
})
export type Asset = z.output<typeof Asset>

/** `assets/counts/` [1301]. */
export const AssetCounts = z.object({
  deployed_count: z.number(),
  archived_count: z.number(),
  draft_count: z.number(),
})
export type AssetCounts = z.output<typeof AssetCounts>

/** `assets/<uid>/counts/?days=` [0360]. */
export const SubmissionCounts = z.object({
  /** Submissions by day (`YYYY-MM-DD`); days without any are left out. */
  daily_submission_counts: z.record(z.string(), z.number()),
  /** `null` with access to some submissions only [0906]. */
  total_submission_count: orNull(z.number()),
})
export type SubmissionCounts = z.output<typeof SubmissionCounts>
