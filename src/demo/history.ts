import { parseSearch, SearchSyntaxError, type Term } from '#/demo/search/search-syntax.ts'
import type { AssetRecord, HistoryRecord } from './records.ts'
import type { Call } from './resource.ts'
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

/** A history entry in KPI's format [2001]. */
export const serializeHistoryEntry = (entry: HistoryRecord, origin: string) => ({
  user: `${origin}/api/v2/users/${entry.username}/`,
  user_uid: userUidOf(entry.username),
  username: entry.username,
  action: entry.action,
  metadata: {
    source: 'Firefox (Windows)',
    asset_uid: entry.assetUid,
    ip_address: '203.0.113.7',
    log_subtype: 'project',
    project_owner: entry.owner,
    ...entry.about,
  },
  date_created: `${isoDate(entry.at).slice(0, 19)}Z`,
})

/** The fields that `q` can search; any other field matches nothing, with status 200 [2004]. */
const FIELDS: Record<string, (entry: HistoryRecord) => string> = {
  action: ({ action }) => action,
  user__username: ({ username }) => username,
}

/** The entries that match `q`, such as `NOT action:view-data` [2002]. A `q` that cannot be parsed matches nothing. */
export function searchHistory(entries: HistoryRecord[], q: string): HistoryRecord[] {
  if (q.trim() === '') return entries
  try {
    const test = testOf(parseSearch(q))
    return entries.filter(test)
  } catch (error) {
    if (error instanceof SearchSyntaxError) return []
    throw error
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
    case 'word':
      throw new SearchSyntaxError('Words without a field are not supported')
    case 'field': {
      const byDate = dateTest(term.name, term.text)
      if (byDate) return byDate
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

/** `date_created__gte` and the like, as KPI's documentation has them; not recorded. */
function dateTest(name: string, text: string): ((entry: HistoryRecord) => boolean) | undefined {
  const [, byDay, operator = ''] = /^date_created(__date)?__(gte?|lte?)$/.exec(name) ?? []
  const compare = COMPARE[operator]
  if (!compare) return undefined
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) throw new SearchSyntaxError(`No date: ${text}`)
  return ({ at }) => compare(byDay ? Math.floor(at / DAY) * DAY : at, moment)
}

const DAY = 86_400_000
