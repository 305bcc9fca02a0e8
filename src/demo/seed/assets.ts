import { ANONYMOUS, giveGrant, OWNERS_CODENAMES } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, Grant, VersionRecord } from '#/demo/records.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import { COUNTRIES, type Role, SECTORS, SEED_PROJECTS, type SeedProject } from './projects.ts'
import { randomOf, uidOf } from './random.ts'

const DAY = 86_400_000

const CODENAMES: Record<Role, string[]> = {
  viewer: ['view_submissions'],
  collector: ['add_submissions', 'view_asset'],
  reviewer: ['validate_submissions'],
  editor: ['change_asset', 'change_submissions', 'validate_submissions'],
  manager: ['manage_asset'],
}

const PUBLIC = { form: 'view_asset', submissions: 'view_submissions', submitting: 'add_submissions' }

export const uidOfProject = ({ uid, name }: SeedProject) => uid ?? uidOf('a', randomOf('asset', name))

/** All projects of the demo as they stand before anybody touches them. `today` is the first moment of a day. */
export const seedAssets = (today: number): AssetRecord[] => SEED_PROJECTS.map((project) => assetOf(project, today))

function assetOf(project: SeedProject, today: number): AssetRecord {
  const uid = uidOfProject(project)
  const random = randomOf('project', uid)
  /** A moment so many days ago, in working hours. */
  const at = (daysAgo: number) => isoDate(today - Math.max(daysAgo, 1) * DAY + (6 + random() * 10) * 3_600_000)
  const { state, since, quiet, name } = project
  const created = at(since + 5)
  const firstDeployed = at(since + 1)
  const archived = at(Math.max(quiet - 3, 1))

  const forms = [project.form, ...(project.before ?? [])]
  const step = (since - quiet) / forms.length
  const versions = forms.map((seed, index): VersionRecord => {
    const moment = index === forms.length - 1 ? firstDeployed : at(since - step * (forms.length - 1 - index) + 1)
    return { uid: uidOf('v', random), content: { seed }, date_modified: moment, date_deployed: moment }
  })
  if (project.unpublished === 'name') {
    versions.unshift({
      uid: uidOf('v', random),
      content: { seed: project.form },
      date_modified: at(2),
      date_deployed: null,
    })
  }
  const [newest] = versions
  if (newest && (project.unpublished || state === 'draft')) newest.date_deployed = null
  if (newest && project.unpublished) newest.date_modified = at(1)
  const deployed = versions.find(({ date_deployed: date }) => date !== null)

  return {
    uid,
    name,
    owner: project.owner,
    asset_type: 'survey',
    settings: settingsOf(project),
    tag_string: project.tags ?? '',
    date_created: created,
    date_modified: state === 'archived' ? archived : (newest?.date_modified ?? created),
    date_deployed: deployed?.date_deployed ?? null,
    deployed_version_id: deployed?.uid ?? null,
    active: state === 'deployed',
    versions,
    grants: grantsOf(project, uid),
    last_modified_by: project.owner,
    created_by: project.owner,
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
  let grants: Grant[] = OWNERS_CODENAMES.map((codename) => ({ uid: makeUid(), username: project.owner, codename }))
  const give = (username: string, codename: string, partial?: Grant['partial']) => {
    grants = giveGrant(grants, { username, codename, ...(partial && { partial }) }, makeUid)
  }
  for (const [username, role] of project.shares) CODENAMES[role].forEach((codename) => give(username, codename))
  for (const [username, filter] of project.partial ?? []) {
    give(username, 'partial_submissions', [{ codename: 'view_submissions', filters: [filter] }])
  }
  if (project.isPublic) give(ANONYMOUS, PUBLIC[project.isPublic])
  return grants
}

/** As KPI writes moments: UTC, microseconds, `Z`. */
export const isoDate = (moment: number) => new Date(moment).toISOString().replace('Z', '000Z')

/** In the list, but gone when asked for. */
export const isDeletedMeanwhile = (uid: string) => uid === SENTINELS.deletedMeanwhile.uid
