import { publishedOf } from '#/demo/assets/versions.ts'
import { addGrant, ANONYMOUS, LIBRARY_CODENAMES, OWNER_CODENAMES } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, ExportSettingRecord, Grant, MediaRecord, VersionRecord } from '#/demo/records.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import { COUNTRIES, type Role, SECTORS, SEED_PROJECTS, type SeedProject } from './projects.ts'
import { hexOf, randomOf, uidOf } from './random.ts'
import { seedFeatures } from './supplements.ts'

const DAY = 86_400_000

const CODENAMES: Record<Role, string[]> = {
  viewer: ['view_submissions'],
  collector: ['add_submissions', 'view_asset'],
  reviewer: ['validate_submissions'],
  editor: ['change_asset', 'change_submissions', 'validate_submissions'],
  manager: ['manage_asset'],
}

const PUBLIC = { form: 'view_asset', submissions: 'view_submissions', submitting: 'add_submissions' }

const FAULT_UIDS = new Set<string>(
  [SENTINELS.unreadableSubmissions, SENTINELS.doesNotCompile, SENTINELS.deletedMeanwhile].map(({ uid }) => uid),
)

export const uidOfProject = ({ uid, name }: SeedProject) => uid ?? uidOf('a', randomOf('asset', name))

let assetsOfDay: { today: number; byUid: ReadonlyMap<string, AssetRecord> } | undefined

/**
 * All projects of the seed by uid, always the same frozen records for a day: submissions that were built from them are
 * kept. `today` is the start of the day, in milliseconds since 1970.
 */
export function seedAssets(today: number): ReadonlyMap<string, AssetRecord> {
  if (assetsOfDay?.today !== today) {
    const assets = SEED_PROJECTS.map((project) => deepFreeze(assetOf(project, today)))
    assetsOfDay = { today, byUid: new Map(assets.map((asset) => [asset.uid, asset])) }
  }
  return assetsOfDay.byUid
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

function assetOf(project: SeedProject, today: number): AssetRecord {
  const uid = uidOfProject(project)
  const random = randomOf('project', uid)
  /** A time during working hours, this many days ago. */
  const momentDaysAgo = (daysAgo: number) =>
    isoDate(today - Math.max(daysAgo, 1) * DAY + (6 + random() * 10) * 3_600_000)
  const { state, firstDaysAgo, lastDaysAgo, name } = project
  const created = momentDaysAgo(firstDaysAgo + 5)
  const firstDeployed = momentDaysAgo(firstDaysAgo + 1)
  const archived = momentDaysAgo(Math.max(lastDaysAgo - 3, 1))

  const forms = [project.form, ...(project.previousForms ?? [])]
  const step = (firstDaysAgo - lastDaysAgo) / forms.length
  const versions = forms.map((seed, index): VersionRecord => {
    const moment =
      index === forms.length - 1 ? firstDeployed : momentDaysAgo(firstDaysAgo - step * (forms.length - 1 - index) + 1)
    return { uid: uidOf('v', random), content: { seed }, date_modified: moment, date_deployed: moment }
  })
  if (project.unpublished === 'name') {
    versions.unshift({
      uid: uidOf('v', random),
      content: { seed: project.form },
      date_modified: momentDaysAgo(2),
      date_deployed: null,
    })
  }
  const [newest] = versions
  if (newest && (project.unpublished || state === 'draft')) newest.date_deployed = null
  if (newest && project.unpublished) newest.date_modified = momentDaysAgo(1)
  const deployed = versions.find(({ date_deployed: date }) => date !== null)

  const features = seedFeatures(uid)
  const media = project.media?.map((file) => mediaOf(project, file, created))

  return {
    uid,
    name,
    owner: project.owner,
    asset_type: project.isTemplate ? 'template' : 'survey',
    settings: settingsOf(project),
    tag_string: project.tags ?? '',
    date_created: created,
    date_modified: state === 'archived' ? archived : (newest?.date_modified ?? created),
    date_deployed: deployed?.date_deployed ?? null,
    deployed_version_id: deployed?.uid ?? null,
    active: state === 'deployed',
    versions,
    grants: grantsOf(project, uid),
    ...(media && { media }),
    ...(features && { features }),
    ...(project.savedExport && { exportSettings: [savedExportOf(project.savedExport, created)] }),
    ...(deployed && {
      published: publishedOf({
        name: project.deployedAs ?? name,
        media: media?.slice(0, media.length - (project.unpublishedMedia ?? 0)) ?? [],
      }),
    }),
    last_modified_by: project.owner,
    created_by: project.owner,
  }
}

/** Saved settings as the server keeps them. */
function savedExportOf({ name, fields }: NonNullable<SeedProject['savedExport']>, date: string): ExportSettingRecord {
  return {
    uid: uidOf('es', randomOf('export-setting', name)),
    name,
    date_modified: date,
    settings: {
      type: 'csv',
      lang: 'English (en)',
      group_sep: '/',
      multiple_select: 'both',
      hierarchy_in_labels: false,
      fields_from_all_versions: true,
      ...(fields.length > 0 && { fields }),
    },
  }
}

function mediaOf(
  { owner }: SeedProject,
  [filename, mimetype, text]: [string, string, string],
  created: string,
): MediaRecord {
  const random = randomOf('media', filename)
  return {
    uid: uidOf('af', random),
    username: owner,
    description: 'default',
    date_created: created,
    filename,
    mimetype,
    hash: `md5:${hexOf(random, 32)}`,
    content: btoa(text),
  }
}

function settingsOf({ sector, country, description = '' }: SeedProject) {
  return {
    sector: { label: SECTORS[sector], value: SECTORS[sector] },
    country: [{ label: COUNTRIES[country], value: country }],
    description,
    organization: '',
    country_codes: [country],
  }
}

function grantsOf(project: SeedProject, uid: string): Grant[] {
  const random = randomOf('grants', uid)
  const makeUid = () => uidOf('p', random)
  const own = project.isTemplate ? LIBRARY_CODENAMES : OWNER_CODENAMES
  let grants: Grant[] = own.map((codename) => ({ uid: makeUid(), username: project.owner, codename }))
  const give = (username: string, codename: string, partial?: Grant['partial']) => {
    grants = addGrant(grants, { username, codename, ...(partial && { partial }) }, makeUid)
  }
  for (const [username, role] of project.shares) CODENAMES[role].forEach((codename) => give(username, codename))
  for (const [username, filter] of project.partial ?? []) {
    give(username, 'partial_submissions', [{ codename: 'view_submissions', filters: [filter] }])
  }
  if (project.isPublic) give(ANONYMOUS, PUBLIC[project.isPublic])
  return grants
}

/** A date in KPI's format: UTC, microseconds, `Z`. */
export const isoDate = (moment: number) => new Date(moment).toISOString().replace('Z', '000Z')

/** Whether the project is one of those about which the server fails. */
export const isFaultProject = (uid: string) => FAULT_UIDS.has(uid)

/** Whether the project is in the list, but not found when opened. */
export const isDeletedMeanwhile = (uid: string) => uid === SENTINELS.deletedMeanwhile.uid
