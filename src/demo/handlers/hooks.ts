import { newUid } from '#/demo/database.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, isRecord, requireAsset } from '#/demo/permissions/access.ts'
import { permissionsOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, HookLogRecord, HookRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { attempt, hooksOf, MAX_RETRIES, RETRY_DELAY } from '#/demo/rest-services/delivery.ts'
import { currentLog, serializeHook, serializeLog } from '#/demo/rest-services/hook-serializer.ts'
import { badRequest, json, noContent, notFound, pageOf } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { buildSubmission, submissionRefs } from '#/demo/submissions/submission-store.ts'

/** Milliseconds that "retry all" takes in the background. */
const BACKGROUND = 2500

/** @throws 404 without permission, too: to edit the form and see all submissions [1210] */
function requireServices(call: Call): { asset: AssetRecord; hooks: HookRecord[] } {
  const asset = requireAsset(call)
  const held = permissionsOf(asset, call.username)
  if (!held.has('change_asset') || !held.has('view_submissions')) throw notFound()
  return { asset, hooks: hooksOf(call.db, asset) }
}

function requireHook(call: Call) {
  const { asset, hooks } = requireServices(call)
  const hook = hooks.find(({ uid }) => uid === call.params.hook)
  if (!hook) throw notFound('No Hook matches the given query.')
  return { asset, hooks, hook }
}

function requireLog(call: Call) {
  const found = requireHook(call)
  const log = found.hook.logs.find(({ uid }) => uid === call.params.log)
  if (!log) throw notFound()
  return { ...found, log }
}

type Fields = Omit<HookRecord, 'uid' | 'logs' | 'date_modified'>

const DEFAULTS = {
  active: true,
  export_type: 'json',
  auth_level: 'no_auth',
  email_notification: true,
  settings: {},
  subset_fields: [],
  payload_template: null,
} as const

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const CHOICES = { auth_level: ['no_auth', 'basic_auth'], export_type: ['json', 'xml'] }

const pythonType = (value: unknown) =>
  typeof value === 'string' ? 'str' : typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'bool' : 'dict'

/** The known fields of a body. @throws 400 with KPI's checks [1206, 1207, 2391, 2392], others seen on a real KPI */
function readFields(body: Record<string, unknown>, before?: HookRecord): Fields {
  const problems: Record<string, string[]> = {}
  const known = before ?? { name: '', endpoint: '', ...DEFAULTS }
  const merged = { ...known, ...pick(body, Object.keys(known)) } as Fields
  for (const field of ['endpoint', 'name'] as const) {
    const value = field in body || !before ? body[field] : known[field]
    if (value === undefined) problems[field] = ['This field is required.']
    else if (value === '') problems[field] = ['This field may not be blank.']
  }
  if (merged.endpoint !== '' && !merged.endpoint.startsWith('http')) problems.endpoint = ['Invalid scheme']
  for (const [field, choices] of Object.entries(CHOICES)) {
    const value = merged[field as keyof typeof CHOICES]
    if (!choices.includes(value)) problems[field] = [`"${value}" is not a valid choice.`]
  }
  if (!Array.isArray(merged.subset_fields)) {
    problems.subset_fields = [`Expected a list of items but got type "${pythonType(merged.subset_fields)}".`]
  }
  const template = merged.payload_template ?? ''
  if (template !== '' && !isJson(template.replaceAll('%SUBMISSION%', '{}'))) {
    problems.payload_template = ['Invalid JSON']
  }
  if (Object.keys(problems).length > 0) throw badRequest(problems)
  if (template !== '' && merged.export_type !== 'json' && 'export_type' in body && 'payload_template' in body) {
    throw badRequest({ payload_template: ['Can be used only with JSON submission format'] })
  }
  return {
    ...merged,
    settings: isRecord(merged.settings) ? merged.settings : {},
    subset_fields: merged.subset_fields.map(String),
  }
}

const pick = (body: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => keys.includes(key) && key !== 'uid' && key !== 'logs'))

const replaceHook = (hooks: readonly HookRecord[], next: HookRecord) =>
  hooks.map((hook) => (hook.uid === next.uid ? next : hook))

const recordService = (call: Call, asset: AssetRecord, action: string, { uid, active, endpoint }: HookRecord) =>
  recordAction(call, asset, action, { hook: { uid, active, endpoint } })

/** The log, newest first, as its filters ask. @throws 400 for an unknown status [2402] */
function logsOf({ logs }: HookRecord, query: URLSearchParams): HookLogRecord[] {
  const status = query.get('status') ?? ''
  if (status !== '' && !['0', '1', '2', '3'].includes(status)) {
    throw badRequest({ status: [`Select a valid choice. ${status} is not one of the available choices.`] })
  }
  const [from, until] = [query.get('start_date') ?? '', query.get('end_date') ?? '']
  for (const [name, date] of Object.entries({ start_date: from, end_date: until })) {
    if (date !== '' && Number.isNaN(Date.parse(date))) throw badRequest({ [name]: ['Enter a valid date/time.'] })
  }
  return logs.toReversed().filter((log) => {
    const time = Date.parse(log.date_modified)
    return (
      (status === '' || String(currentLog(log).status) === status) &&
      (from === '' || time >= Date.parse(from)) &&
      (until === '' || time < Date.parse(until))
    )
  })
}

/** Sends a submission again, as it is now. */
function sendAgain({ db, url }: Call, asset: AssetRecord, hook: HookRecord, log: HookLogRecord): HookLogRecord {
  const ref = submissionRefs(db, asset.uid).find(({ id }) => id === log.submission_id)
  return attempt(hook, log, ref && buildSubmission(db, asset, ref, url.origin))
}

const canRetry = ({ active }: HookRecord, { status, tries, date_modified: date }: HookLogRecord) =>
  active && Date.parse(date) < Date.now() - RETRY_DELAY && (status === 0 || (status === 1 && tries >= MAX_RETRIES))

export const hookResources: Resource[] = [
  resource('api/v2/assets/:uid/hooks/', {
    GET: (call) => {
      const { asset, hooks } = requireServices(call)
      const byName = hooks.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      return json(pageOf(call.url, byName, (hook) => serializeHook(asset, hook, call.url.origin)))
    },
    POST: async (call) => {
      const body = await bodyOf(call)
      const { asset, hooks } = requireServices(call)
      const hook = { ...readFields(body), uid: newUid('h'), date_modified: isoDate(Date.now()), logs: [] }
      await call.db.saveAsset({ ...asset, hooks: [...hooks, hook] })
      await recordService(call, asset, 'register-service', hook)
      return json(serializeHook(asset, hook, call.url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/hooks/:hook/', {
    GET: (call) => {
      const { asset, hook } = requireHook(call)
      return json(serializeHook(asset, hook, call.url.origin))
    },
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const { asset, hooks, hook } = requireHook(call)
      const changed = { ...hook, ...readFields(body, hook), date_modified: isoDate(Date.now()) }
      await call.db.saveAsset({ ...asset, hooks: replaceHook(hooks, changed) })
      await recordService(call, asset, 'modify-service', changed)
      return json(serializeHook(asset, changed, call.url.origin))
    },
    DELETE: async (call) => {
      const { asset, hooks, hook } = requireHook(call)
      await call.db.saveAsset({ ...asset, hooks: hooks.filter(({ uid }) => uid !== hook.uid) })
      await recordService(call, asset, 'delete-service', hook)
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/hooks/:hook/retry/', {
    PATCH: async (call) => {
      const { asset, hooks, hook } = requireHook(call)
      if (!hook.active) throw badRequest({ detail: 'Cannot retry on disabled hooks' }) // [2399]
      const isDue = (log: HookLogRecord) => log.status === 0 || (log.status === 1 && canRetry(hook, log))
      const due = hook.logs.filter((log) => isDue(currentLog(log)))
      if (due.length === 0) return new Response(null, { status: 304 }) // [2398]
      const settlesAt = Date.now() + BACKGROUND
      const logs = hook.logs.map((log) =>
        due.includes(log) ? { ...sendAgain(call, asset, hook, log), settlesAt } : log,
      )
      await call.db.saveAsset({ ...asset, hooks: replaceHook(hooks, { ...hook, logs }) })
      return json({ detail: 'Task successfully scheduled', pending_uids: due.map(({ uid }) => uid) }) // [1217]
    },
  }),

  resource('api/v2/assets/:uid/hooks/:hook/logs/', {
    GET: (call) => {
      const { asset, hooks } = requireServices(call)
      const hook = hooks.find(({ uid }) => uid === call.params.hook)
      // Of a service that is deleted, the log is empty (seen on a real KPI).
      if (!hook) return json(pageOf(call.url, []))
      const logs = logsOf(hook, call.url.searchParams)
      return json(pageOf(call.url, logs, (log) => serializeLog(asset, hook, log, call.url.origin)))
    },
  }),

  resource('api/v2/assets/:uid/hooks/:hook/logs/:log/', {
    GET: (call) => {
      const { asset, hook, log } = requireLog(call)
      return json(serializeLog(asset, hook, log, call.url.origin))
    },
  }),

  resource('api/v2/assets/:uid/hooks/:hook/logs/:log/retry/', {
    PATCH: async (call) => {
      const { asset, hooks, hook, log } = requireLog(call)
      if (!canRetry(hook, currentLog(log))) {
        throw badRequest({ detail: 'Data is being or has already been processed', status_code: null }) // [2396]
      }
      const sent = sendAgain(call, asset, hook, log)
      const logs = hook.logs.map((one) => (one.uid === sent.uid ? sent : one))
      await call.db.saveAsset({ ...asset, hooks: replaceHook(hooks, { ...hook, logs }) })
      const { status, status_code: code, message } = sent
      return status === 2
        ? json({ detail: message, status_code: code })
        : json({ detail: `HTTP ${code ?? 'None'} - ${message}`, status_code: code }, 400)
    },
  }),
]
