import { resolveContent } from '#/demo/assets/content.ts'
import type { AssetRecord, ValidationRecord, VersionRecord } from '#/demo/records.ts'
import { type Answers, fillIn, type SubmissionMetadata } from './answers/fill-in.ts'
import { locationOf } from './answers/locations.ts'
import { uidOfProject } from './assets.ts'
import { SEED_PROJECTS, type SeedProject } from './projects.ts'
import { between, chance, hexOf, pick, pickEarly, randomOf, uuidOf } from './random.ts'
import { ENUMERATORS } from './users.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** A submission of the seed, without later changes. */
export interface SeedSubmission {
  id: number
  uuid: string
  /** Time of arrival, in milliseconds since 1970. */
  time: number
  submittedBy: string | null
  version: VersionRecord
  validation: ValidationRecord | null
  start: string
  end: string
  /** Writes the answers into an object. */
  fillIn: (answers: Answers) => SubmissionMetadata
}

interface Series {
  project: SeedProject
  firstId: number
}

/** All projects share one sequence of ids. */
const seriesByUid = new Map<string, Series>()
let nextId = 1000
for (const project of SEED_PROJECTS) {
  seriesByUid.set(uidOfProject(project), { project, firstId: nextId })
  nextId += project.submissions
}

/** New submissions get higher ids. */
export const LAST_SEED_ID = nextId - 1

/**
 * Arrival times of a project's submissions, oldest first, in milliseconds since 1970: fewer at weekends, and only in
 * the daytime.
 */
export function submissionTimes(assetUid: string, today: number): number[] {
  const series = seriesByUid.get(assetUid)
  if (!series) return []
  const { firstDaysAgo, lastDaysAgo, submissions } = series.project
  const random = randomOf('times', assetUid)
  const days = Array.from(
    { length: firstDaysAgo - Math.max(lastDaysAgo, 1) + 1 },
    (_, at) => today - (firstDaysAgo - at) * DAY,
  )
  const weights = days.map((day) => ([0.1, 1, 1, 1, 1, 1, 0.5][new Date(day).getUTCDay()] ?? 1) * (0.4 + random()))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passedWeight = 0
  let assigned = 0
  return days.flatMap((day, at) => {
    passedWeight += weights[at] ?? 0
    const count = Math.round((passedWeight / total) * submissions) - assigned
    assigned += count
    return Array.from({ length: count }, () => Math.floor(day + (4 + random() * 10) * HOUR)).toSorted((a, b) => a - b)
  })
}

export const firstSubmissionId = (assetUid: string) => seriesByUid.get(assetUid)?.firstId ?? 0

/** Generates one submission, always the same for the same arguments. */
export function seedSubmission(asset: AssetRecord, index: number, time: number, today: number): SeedSubmission {
  const series = seriesByUid.get(asset.uid)
  if (!series) throw new Error(`${asset.uid} is not of the seed`)
  const { project, firstId } = series
  const random = randomOf('submission', asset.uid, index)
  const [, , , offset] = locationOf(project.country)
  const end = time - between(random, 1, 50) * 60_000
  const start = end - between(random, 12, 55) * 60_000
  const version = versionAt(asset, time)
  return {
    id: firstId + index,
    uuid: uuidOf(random),
    time,
    submittedBy: submitterOf(project, asset.uid, random),
    version,
    validation: validationOf(project, time, today, random),
    start: localTime(start, offset),
    end: localTime(end, offset),
    fillIn: (answers) =>
      fillIn(
        resolveContent(version.content),
        { random, country: project.country, index, day: localTime(start, offset).slice(0, 10) },
        answers,
      ),
  }
}

/** The version that was deployed at that time. */
function versionAt({ versions }: AssetRecord, time: number): VersionRecord {
  const live = versions.filter(({ content, date_deployed: date }) => 'seed' in content && date !== null)
  const version = live.find(({ date_deployed: date }) => Date.parse(date ?? '') <= time) ?? live.at(-1)
  if (!version) throw new Error('A draft has no submissions')
  return version
}

function submitterOf(project: SeedProject, uid: string, random: () => number): string | null {
  if (project.isPublic === 'submitting' && chance(random, 0.7)) return null
  const collectors = project.shares.filter(([, role]) => role === 'collector').map(([username]) => username)
  const partial =
    project.partial?.map(([username]) => username).filter((username) => ENUMERATORS.includes(username)) ?? []
  if (collectors.length + partial.length > 1) return pickEarly(random, [...collectors, ...partial])
  const offset = teamOffset(uid) % ENUMERATORS.length
  return pickEarly(random, [...ENUMERATORS.slice(offset), ...ENUMERATORS.slice(0, offset)].slice(0, 4))
}

const teamOffset = (uid: string) => Number.parseInt(hexOf(randomOf('teams', uid), 2), 16)

const STATUSES: [share: number, uid: string, label: string][] = [
  [0.88, 'validation_status_approved', 'Approved'],
  [0.95, 'validation_status_not_approved', 'Not Approved'],
  [1, 'validation_status_on_hold', 'On Hold'],
]

/** Older submissions are more likely to have a validation status. */
function validationOf(
  project: SeedProject,
  time: number,
  today: number,
  random: () => number,
): ValidationRecord | null {
  const age = (today - time) / DAY
  const reviewer = project.shares.find(([, role]) => role === 'reviewer')?.[0] ?? project.owner
  const [reviewChance, status, delay] = [random(), random(), random()]
  if (reviewChance > Math.min(0.9, (age - 2) / 16)) return null
  const [, uid = '', label = ''] = STATUSES.find(([share]) => status <= share) ?? []
  const timestamp = Math.floor((time + Math.min(age, 1 + delay * 3) * DAY) / 1000)
  return { timestamp, uid, by_whom: pick(random, [reviewer, reviewer, project.owner]), label }
}

/** A time in the format of devices: local, with the offset from UTC in hours. */
function localTime(moment: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+'
  const local = new Date(moment + offset * HOUR).toISOString().replace('Z', '')
  return `${local}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`
}
