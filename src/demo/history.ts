import { parseSearch, SearchSyntaxError, type Term } from '#/demo/search/search-syntax.ts'
import type { AssetRecord, HistoryRecord } from './records.ts'
import type { Call } from './resource.ts'
import { badRequest, serverError } from './responses.ts'
import { isoDate } from './seed/assets.ts'
import { sourceOf } from './access-log.ts'
import { userUidOf } from './seed/users.ts'

/**
 * Adds an entry to a project's history. Every request for a list of submissions adds one, whatever its parameters
 * [2001, 2003]; failed requests add none.
 */
export const recordAction = (call: Call, asset: AssetRecord, action: string, about: object = {}) =>
  recordActions(call, asset, [{ action, about }])

/** Adds several entries, in this order. */
export function recordActions(
  { db, username, request }: Call,
  asset: AssetRecord,
  actions: readonly { action: string; about?: object }[],
) {
  const [at, source] = [Date.now(), sourceOf(request)]
  return db.addHistory(
    actions.map(({ action, about = {} }) => ({
      assetUid: asset.uid,
      username,
      owner: asset.owner,
      action,
      about: { source, ...about },
      at,
    })),
  )
}

const metadataOf = (entry: HistoryRecord) => ({
  source: 'Firefox (Windows)',
  asset_uid: entry.assetUid,
  ip_address: '203.0.113.7',
  log_subtype: 'project',
  project_owner: entry.owner,
  ...entry.about,
})

/** A history entry in KPI's format [2001]. */
export const serializeHistoryEntry = (entry: HistoryRecord, origin: string) => ({
  user: `${origin}/api/v2/users/${entry.username}/`,
  user_uid: userUidOf(entry.username),
  username: entry.username,
  action: entry.action,
  metadata: metadataOf(entry),
  date_created: `${isoDate(entry.at).slice(0, 19)}Z`,
})

/** The fields that `q` can search; any other field matches nothing, with status 200 [2004]. */
const FIELDS: Record<string, (entry: HistoryRecord) => string> = {
  action: ({ action }) => action,
  user__username: ({ username }) => username,
}
/** Fields that there are and that `q` may not search (KPI's source, `ALLOWED_LOOKUP_FIELDS`). */
const HIDDEN = new Set([
  'app_label',
  'id',
  'log_type',
  'model_name',
  'object_id',
  'user_id',
  'user_uid',
  'user__email',
  'user__password',
])
/** What words alone search beside the metadata, the same for all entries (KPI's source, `search_default_field_lookups`). */
const LABELS = ['kpi', 'asset']
/** Words alone must have so many characters, one of them at least (KPI's source, `MINIMUM_DEFAULT_SEARCH_CHARACTERS`). */
const SHORTEST_WORD = 3

/**
 * The entries that match `q`, such as `NOT action:view-data` [2002]. A `q` that cannot be parsed matches nothing, and so
 * does a time without quotes, because of its colons (seen on a real KPI).
 * @throws 400 for an empty `q` and words that are too short, 500 for a date that is none (seen on a real KPI)
 */
export function searchHistory(entries: HistoryRecord[], q: string): HistoryRecord[] {
  if (q.trim() === '') throw tooShort()
  try {
    const term = parseSearch(q)
    if (!isLongEnough(term)) throw tooShort()
    return entries.filter(testOf(term))
  } catch (error) {
    if (error instanceof SearchSyntaxError) return []
    throw error
  }
}

const tooShort = () => badRequest({ detail: 'Your query is too short' })

function isLongEnough(term: Term): boolean {
  switch (term.kind) {
    case 'and':
    case 'or':
      return term.terms.some(isLongEnough)
    case 'not':
      return isLongEnough(term.term)
    case 'word':
      return term.text.length >= SHORTEST_WORD
    case 'field':
      return true
  }
}

function testOf(term: Term): (entry: HistoryRecord) => boolean {
  switch (term.kind) {
    case 'and':
    case 'or': {
      const tests = term.terms.map(testOf)
      return term.kind === 'and'
        ? (entry) => tests.every((test) => test(entry))
        : (entry) => tests.some((test) => test(entry))
    }
    case 'not': {
      const test = testOf(term.term)
      return (entry) => !test(entry)
    }
    case 'word': {
      const word = term.text.toLowerCase()
      const isLabel = LABELS.some((label) => label.includes(word))
      return (entry) => isLabel || JSON.stringify(metadataOf(entry)).toLowerCase().includes(word)
    }
    case 'field': {
      const byDate = dateTest(term.name, term.text)
      if (byDate) return byDate
      if (HIDDEN.has(term.name)) throw badRequest({ detail: 'Not supported field lookup' })
      const field = FIELDS[term.name]
      if (!field) throw new SearchSyntaxError(`No field ${term.name}`)
      return (entry) => field(entry) === term.text
    }
  }
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
}

/** `date_created__gte` and the like, as KPI's documentation has them. @throws 500 for what is no date (seen on a real KPI) */
function dateTest(name: string, text: string): ((entry: HistoryRecord) => boolean) | undefined {
  const [, byDay, operator = ''] = /^date_created(__date)?__(gte?|lte?)$/.exec(name) ?? []
  const compare = COMPARE[operator]
  if (!compare) return undefined
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) throw serverError()
  return ({ at }) => compare(byDay ? Math.floor(at / DAY) * DAY : at, moment)
}

const DAY = 86_400_000
