import type { HookLogRecord, HookRecord } from '#/demo/records.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { isoDate } from './assets.ts'
import { between, chance, randomOf, uidOf } from './random.ts'
import { firstSubmissionId, submissionTimes } from './submissions.ts'

const DAY = 86_400_000

type Result = Pick<HookLogRecord, 'status' | 'status_code' | 'message' | 'tries'>

interface SeedHook extends Partial<Omit<HookRecord, 'uid' | 'logs' | 'date_modified'>> {
  name: string
  endpoint: string
  /** Days since it was added, and since it was paused. */
  addedDaysAgo: number
  pausedDaysAgo?: number
  /** What became of a submission; by default it was sent. `fromEnd`: 0 for the newest. */
  result?: (random: () => number, daysAgo: number, fromEnd: number) => Result | null
}

const SENT: Result = { status: 2, status_code: 200, message: '{"received": true}', tries: 1 }

/** An afternoon on which the other side was down, a few refused rows, and the newest ones that are still on their way. */
function troubled(random: () => number, daysAgo: number, fromEnd: number): Result | null {
  if (fromEnd === 0) {
    return { status: 3, status_code: null, message: 'Submission is being queued for processing', tries: 0 }
  }
  if (fromEnd <= 2) {
    return { status: 1, status_code: 503, message: 'Service Unavailable: maintenance until 14:00', tries: fromEnd }
  }
  const isRefused = chance(random, 0.012)
  if (daysAgo === 5) return { status: 0, status_code: 500, message: 'Internal Server Error', tries: 1 }
  if (!isRefused) return null
  return { status: 0, status_code: 422, message: '{"error": "unknown ward", "field": "hh/ward"}', tries: 1 }
}

const HOOKS: Record<string, SeedHook[]> = {
  [DEMO_PROJECTS.household.uid]: [
    {
      name: 'Food security cluster database',
      endpoint: 'https://data.foodcluster.example.org/intake/kobo',
      settings: { custom_headers: { 'X-Source': 'turkana-2026' } },
      addedDaysAgo: 21,
      result: troubled,
    },
  ],
  [DEMO_PROJECTS.public.uid]: [
    {
      name: 'Old spreadsheet bridge',
      endpoint: 'http://bridge.garissa-wash.example.org/rows',
      active: false,
      export_type: 'xml',
      email_notification: false,
      addedDaysAgo: 40,
      pausedDaysAgo: 12,
    },
    {
      name: 'Water points dashboard',
      endpoint: 'https://dashboard.garissa-wash.example.org/api/points',
      auth_level: 'basic_auth',
      settings: { username: 'kobo', password: 'demo-only-secret', custom_headers: {} },
      subset_fields: ['_id', '_uuid', '_submission_time', '_geolocation'],
      payload_template: '{"source": "kobo", "point": %SUBMISSION%}',
      addedDaysAgo: 14,
    },
  ],
}

const cache = new Map<string, HookRecord[]>()

/** The REST services of the seed, with their logs. */
export function seedHooks(assetUid: string, today: number): HookRecord[] {
  const key = `${assetUid} ${today}`
  const known = cache.get(key)
  if (known) return known
  const hooks = (HOOKS[assetUid] ?? []).map((seed) => buildHook(assetUid, today, seed))
  cache.set(key, hooks)
  return hooks
}

function buildHook(assetUid: string, today: number, seed: SeedHook): HookRecord {
  const { addedDaysAgo, pausedDaysAgo = -1, result, ...fields } = seed
  const random = randomOf('hook', assetUid, seed.name)
  const [from, until] = [today - addedDaysAgo * DAY, today - pausedDaysAgo * DAY]
  const firstId = firstSubmissionId(assetUid)
  const times = submissionTimes(assetUid, today)
  const uid = uidOf('h', random)
  const logs = times.flatMap((time, index): HookLogRecord[] => {
    if (time < from || time >= until) return []
    const daysAgo = Math.floor((today - time) / DAY) + 1
    return [
      {
        uid: `hl${uidOf('', random)}`,
        submission_id: firstId + index,
        date_modified: isoDate(time + between(random, 300, 4000)),
        ...(result?.(random, daysAgo, times.length - 1 - index) ?? SENT),
      },
    ]
  })
  return {
    active: true,
    export_type: 'json',
    auth_level: 'no_auth',
    email_notification: true,
    settings: {},
    subset_fields: [],
    payload_template: '',
    ...fields,
    uid,
    date_modified: isoDate(pausedDaysAgo >= 0 ? until : from),
    logs,
  }
}
