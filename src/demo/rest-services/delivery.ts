import { type Database, newUid } from '#/demo/database.ts'
import type { AssetRecord, HookLogRecord, HookRecord } from '#/demo/records.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { seedHooks } from '#/demo/seed/hooks.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'

/** How often the server tries by itself, after the first time. */
export const MAX_RETRIES = 3
/** Milliseconds after the last attempt during which none can be repeated [2396]. */
export const RETRY_DELAY = 120_000

/** The REST services of a project: those of the seed until one of them changes. */
export const hooksOf = (db: Database, asset: AssetRecord): HookRecord[] =>
  asset.hooks ?? seedHooks(asset.uid, db.today())

type Answer = Pick<HookLogRecord, 'status' | 'status_code' | 'message'>

const PRIVATE = /^https?:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

/**
 * What the other side answers: addresses with "fail" refuse, those with "busy" are overloaded, private ones are refused by
 * the server itself. What was refused because of its content is refused again.
 */
function answerOf({ endpoint }: HookRecord, isNothingSent: boolean, before: HookLogRecord | undefined): Answer {
  if (isNothingSent) return { status: 0, status_code: null, message: 'Submission has been deleted' } // [2395]
  if (PRIVATE.test(endpoint)) return { status: 0, status_code: null, message: `${endpoint} is not allowed` }
  if (endpoint.includes('fail')) return { status: 0, status_code: 400, message: '{"error": "bad data"}' } // [1213]
  if (endpoint.includes('busy')) {
    const isLast = (before?.tries ?? 0) >= MAX_RETRIES
    return { status: isLast ? 0 : 1, status_code: 503, message: '{"ok": false}' } // [2394]
  }
  if (before?.status_code === 422) return { status: 0, status_code: 422, message: before.message }
  return { status: 2, status_code: 200, message: '{"received": true}' } // [1212]
}

/** Whether Python takes a value for nothing. */
const isNothing = (value: unknown) => !value || (typeof value === 'object' && Object.keys(value).length === 0)

/**
 * Whether the service has nothing to send of a submission: JSON of which a subset leaves nothing, or with a template that
 * is none once the submission is in it. XML is sent with an empty root then, and a template with `{}` (seen on a real KPI).
 */
function isUnsent(hook: HookRecord, submission: Submission | undefined) {
  if (!submission) return true
  if (hook.export_type === 'xml') return false
  const { subset_fields: fields, payload_template: template } = hook
  const isTaken = (key: string) =>
    fields.some((field) => (field.includes('/') ? key === field : key.split('/').includes(field)))
  const sent = Object.fromEntries(Object.entries(submission).filter(([key]) => fields.length === 0 || isTaken(key)))
  if (!template) return isNothing(sent)
  try {
    return isNothing(JSON.parse(template.replaceAll('%SUBMISSION%', () => JSON.stringify(sent))))
  } catch {
    return true
  }
}

/** Sends a submission, for the first time or again. `undefined`: it was deleted. */
export function attempt(
  hook: HookRecord,
  log: Pick<HookLogRecord, 'submission_id'> & Partial<HookLogRecord>,
  submission: Submission | undefined,
  now = Date.now(),
): HookLogRecord {
  const { tries = 0, uid = newUid('hl') } = log
  const before = log.tries === undefined ? undefined : (log as HookLogRecord)
  return {
    uid,
    submission_id: log.submission_id,
    tries: tries + 1,
    ...answerOf(hook, isUnsent(hook, submission), before),
    date_modified: isoDate(now),
  }
}

/** Sends a submission that has just arrived to each service that is not paused, once. Edits are not sent [2400]. */
export async function deliver(db: Database, assetUid: string, submission: Submission) {
  const asset = db.asset(assetUid)
  if (!asset) return
  const hooks = hooksOf(db, asset)
  const isDue = ({ active, logs }: HookRecord) => active && logs.every(({ submission_id: id }) => id !== submission._id)
  if (!hooks.some(isDue)) return
  const sent = hooks.map((hook) =>
    isDue(hook)
      ? { ...hook, logs: [...hook.logs, attempt(hook, { submission_id: submission._id }, submission)] }
      : hook,
  )
  await db.saveAsset({ ...asset, hooks: sent })
}
