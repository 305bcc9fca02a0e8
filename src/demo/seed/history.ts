import type { AssetRecord, HistoryRecord } from '#/demo/records.ts'
import { seedAssets, uidOfProject } from './assets.ts'
import { SEED_PROJECTS, type SeedProject } from './projects.ts'
import { between, chance, pick, randomOf } from './random.ts'
import { seedSubmission, submissionTimes } from './submissions.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const ANONYMOUS = 'AnonymousUser'

const PUBLIC_ACTIONS = {
  form: 'share-form-publicly',
  submissions: 'share-data-publicly',
  submitting: 'allow-anonymous-submissions',
}

/** What KPI writes down of a project, as the data of a project's seed has it. */
type Write = (at: number, username: string, action: string, about?: object) => void

const cache = new Map<string, HistoryRecord[]>()

/** The history of a project of the seed, oldest first; empty for other projects and for templates. */
export function seedHistory(assetUid: string, today: number): HistoryRecord[] {
  const key = `${assetUid} ${today}`
  const cached = cache.get(key)
  if (cached) return cached
  const project = SEED_PROJECTS.find((one) => uidOfProject(one) === assetUid)
  const asset = seedAssets(today).get(assetUid)
  if (!project || !asset || project.isTemplate) return []

  const entries: HistoryRecord[] = []
  const write: Write = (at, username, action, about = {}) =>
    entries.push({ assetUid, username, owner: asset.owner, action, about, at })
  writeForm(project, asset, write)
  writeAccess(project, asset, write)
  if (asset.deployed_version_id !== null) {
    writeSubmissions(asset, today, write)
    writeViews(project, asset, today, write)
  }
  const sorted = entries.filter(({ at }) => at < today).toSorted((a, b) => a.at - b.at)
  cache.set(key, sorted)
  return sorted
}

function writeForm({ description = '', media = [], unpublished }: SeedProject, asset: AssetRecord, write: Write) {
  const { owner, versions } = asset
  const created = Date.parse(asset.date_created)
  const version = { latest_version_uid: versions.at(-1)?.uid }
  if (description !== '') {
    const settings = { description: { new: description, old: '' } }
    write(created + 12 * MINUTE, owner, 'update-settings', { settings, ...version })
  }
  media.forEach(([filename], index) =>
    write(created + (20 + index) * MINUTE, owner, 'add-media', { 'asset-file': { uid: `af${index}`, filename } }),
  )
  for (const [index, { uid, date_deployed: deployed, date_modified: modified }] of versions.toReversed().entries()) {
    if (index > 0 && unpublished !== 'name')
      write(Date.parse(modified) - 8 * MINUTE, owner, 'update-content', { latest_version_uid: uid })
    if (deployed === null) continue
    const about = { latest_version_uid: uid, latest_deployed_version_uid: uid }
    write(Date.parse(deployed), owner, index === 0 ? 'deploy' : 'redeploy', about)
  }
  const [newest] = versions
  if (unpublished === 'name' && newest) {
    const name = { old: `${asset.name} (draft)`, new: asset.name }
    write(Date.parse(newest.date_modified), owner, 'update-name', { name, latest_version_uid: newest.uid })
  }
  if (asset.deployed_version_id !== null && !asset.active)
    write(Date.parse(asset.date_modified), owner, 'archive', { latest_version_uid: newest?.uid })
}

function writeAccess(project: SeedProject, asset: AssetRecord, write: Write) {
  const start = Date.parse(asset.date_created) + 60 * MINUTE
  const about = { log_subtype: 'permission' }
  const people = [...new Set(asset.grants.map(({ username }) => username))]
  people
    .filter((username) => username !== asset.owner && username !== ANONYMOUS)
    .forEach((username, index) => {
      const added = asset.grants
        .filter((grant) => grant.username === username)
        .flatMap(({ codename, partial = [] }) => [codename, ...partial])
      const permissions = { username, added, removed: [] }
      write(start + index * 2 * MINUTE, asset.owner, 'modify-user-permissions', { ...about, permissions })
    })
  if (project.isPublic) write(start + 90 * MINUTE, asset.owner, PUBLIC_ACTIONS[project.isPublic], about)
}

function writeSubmissions(asset: AssetRecord, today: number, write: Write) {
  submissionTimes(asset.uid, today).forEach((time, index) => {
    const { uuid, submittedBy, validation } = seedSubmission(asset, index, time, today)
    const submission = { root_uuid: uuid, submitted_by: submittedBy ?? ANONYMOUS }
    const collect = { source: 'Kobo Collect v2024.3.2 (Android 13)', ip_address: '198.51.100.24' }
    write(time, submittedBy ?? ANONYMOUS, 'add-submission', { submission, ...collect })
    if (validation)
      write(validation.timestamp * 1000, validation.by_whom, 'modify-submission', {
        submission: { ...submission, status: validation.label },
      })
  })
}

/** On some days of the last month people look at the submissions, page by page, and export them. */
function writeViews({ shares }: SeedProject, asset: AssetRecord, today: number, write: Write) {
  const random = randomOf('views', asset.uid)
  const readers = [asset.owner, ...shares.flatMap(([username, role]) => (role === 'collector' ? [] : [username]))]
  for (let daysAgo = 30; daysAgo >= 1; daysAgo -= 1) {
    if (!chance(random, 0.4)) continue
    const reader = pick(random, readers)
    const start = today - daysAgo * DAY + between(random, 360, 840) * MINUTE
    const count = between(random, 3, 40)
    for (let index = 0; index < count; index += 1) write(start + index * MINUTE, reader, 'view-data')
    if (chance(random, 0.2)) write(start + (count + 2) * MINUTE, reader, 'export')
  }
}
