import { contentOf } from '#/demo/assets/content.ts'
import type { AssetRecord, ValidationRecord, VersionRecord } from '#/demo/records.ts'
import { type Answers, fillIn, type Findings } from './answers/fill-in.ts'
import { placeOf } from './answers/places.ts'
import { uidOfProject } from './assets.ts'
import { SEED_PROJECTS, type SeedProject } from './projects.ts'
import { between, chance, hexOf, pick, pickEarly, randomOf, uuidOf } from './random.ts'
import { ENUMERATORS } from './users.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** A submission as it was sent, before anybody did anything to it. */
export interface SeedSubmission {
  id: number
  uuid: string
  /** When it reached the server. */
  time: number
  submittedBy: string | null
  version: VersionRecord
  validation: ValidationRecord | null
  start: string
  end: string
  /** Puts the answers into an object. */
  fillIn: (answers: Answers) => Findings
}

interface Series {
  project: SeedProject
  firstId: number
}

/** Submissions of all projects have one row of numbers. */
const seriesByUid = new Map<string, Series>()
let nextId = 1000
for (const project of SEED_PROJECTS) {
  seriesByUid.set(uidOfProject(project), { project, firstId: nextId })
  nextId += project.submissions
}

/** Those that are made later come after it. */
export const LAST_SEED_ID = nextId - 1

/** When each submission of a project came in, oldest first: fewer at weekends, in the day-time. */
export function submissionTimes(assetUid: string, today: number): number[] {
  const series = seriesByUid.get(assetUid)
  if (!series) return []
  const { since, quiet, submissions } = series.project
  const random = randomOf('times', assetUid)
  const days = Array.from({ length: since - Math.max(quiet, 1) + 1 }, (_, at) => today - (since - at) * DAY)
  const weights = days.map((day) => ([0.1, 1, 1, 1, 1, 1, 0.5][new Date(day).getUTCDay()] ?? 1) * (0.4 + random()))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  let done = 0
  return days.flatMap((day, at) => {
    passed += weights[at] ?? 0
    const count = Math.round((passed / total) * submissions) - done
    done += count
    return Array.from({ length: count }, () => Math.floor(day + (4 + random() * 10) * HOUR)).toSorted((a, b) => a - b)
  })
}

export const firstSubmissionId = (assetUid: string) => seriesByUid.get(assetUid)?.firstId ?? 0

/** One submission; the same each time it is asked for. */
export function seedSubmission(asset: AssetRecord, index: number, time: number, today: number): SeedSubmission {
  const series = seriesByUid.get(asset.uid)
  if (!series) throw new Error(`${asset.uid} is not of the seed`)
  const { project, firstId } = series
  const random = randomOf('submission', asset.uid, index)
  const [, , , offset] = placeOf(project.country)
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
        contentOf(version.content),
        { random, country: project.country, index, day: localTime(start, offset).slice(0, 10) },
        answers,
      ),
  }
}

/** The version that was live then. */
function versionAt({ versions }: AssetRecord, time: number): VersionRecord {
  const live = versions.filter(({ content, date_deployed: date }) => 'seed' in content && date !== null)
  const version = live.find(({ date_deployed: date }) => Date.parse(date ?? '') <= time) ?? live.at(-1)
  if (!version) throw new Error('A draft has no submissions')
  return version
}

function submitterOf(project: SeedProject, uid: string, random: () => number): string | null {
  if (project.isPublic === 'submitting' && chance(random, 0.7)) return null
  const own = project.shares.filter(([, role]) => role === 'collector').map(([username]) => username)
  const partial =
    project.partial?.map(([username]) => username).filter((username) => ENUMERATORS.includes(username)) ?? []
  if (own.length + partial.length > 1) return pickEarly(random, [...own, ...partial])
  const from = hexDigit(uid) % ENUMERATORS.length
  return pickEarly(random, [...ENUMERATORS.slice(from), ...ENUMERATORS.slice(0, from)].slice(0, 4))
}

const hexDigit = (uid: string) => Number.parseInt(hexOf(randomOf('teams', uid), 2), 16)

const VERDICTS: [share: number, uid: string, label: string][] = [
  [0.88, 'validation_status_approved', 'Approved'],
  [0.95, 'validation_status_not_approved', 'Not Approved'],
  [1, 'validation_status_on_hold', 'On Hold'],
]

/** The longer ago, the more has been reviewed. */
function validationOf(
  project: SeedProject,
  time: number,
  today: number,
  random: () => number,
): ValidationRecord | null {
  const age = (today - time) / DAY
  const reviewer = project.shares.find(([, role]) => role === 'reviewer')?.[0] ?? project.owner
  const [reviewed, verdict, delay] = [random(), random(), random()]
  if (reviewed > Math.min(0.9, (age - 2) / 16)) return null
  const [, uid = '', label = ''] = VERDICTS.find(([share]) => verdict <= share) ?? []
  const timestamp = Math.floor((time + Math.min(age, 1 + delay * 3) * DAY) / 1000)
  return { timestamp, uid, by_whom: pick(random, [reviewer, reviewer, project.owner]), label }
}

/** As devices write moments: local, with their distance from UTC. */
function localTime(moment: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+'
  const local = new Date(moment + offset * HOUR).toISOString().replace('Z', '')
  return `${local}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`
}
