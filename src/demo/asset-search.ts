import { badRequest } from './answers.ts'
import { deploymentStatus } from './asset-answer.ts'
import { contentSummary, newestVersion } from './content.ts'
import type { AssetRecord } from './records.ts'
import { parseSearch, SearchSyntaxError, type Term } from './search-syntax.ts'

/** Shorter words are refused [0315]. */
const SHORTEST_WORD = 3

/** What a field of `q` is compared with; several texts where any may match. */
type Field = (asset: AssetRecord) => string | number | readonly string[] | null

const settingText =
  (name: string): Field =>
  ({ settings }) => {
    const value = settings[name]
    return typeof value === 'string' ? value : JSON.stringify(value ?? null)
  }

const FIELDS: Record<string, Field> = {
  asset_type: ({ asset_type: type }) => type,
  _deployment_status: deploymentStatus,
  uid: ({ uid }) => uid,
  name: ({ name }) => name,
  owner__username: ({ owner }) => owner,
  tags__name: ({ tag_string: tags }) => tags.split(','),
  parent__uid: () => null,
  settings__description: settingText('description'),
  settings__sector: settingText('sector'),
  settings__sector__value: ({ settings }) => JSON.stringify(settings.sector),
  settings__country_codes: settingText('country_codes'),
  summary__row_count: (asset) => contentSummary(newestVersion(asset).content).row_count ?? 0,
  date_created: ({ date_created: date }) => date,
  date_modified: ({ date_modified: date }) => date,
  date_deployed: ({ date_deployed: date }) => date,
}

const LOOKUPS: Record<string, (value: string | number, wanted: string) => boolean> = {
  '': (value, wanted) => String(value) === wanted,
  exact: (value, wanted) => String(value) === wanted,
  iexact: (value, wanted) => String(value).toLowerCase() === wanted.toLowerCase(),
  icontains: (value, wanted) => String(value).toLowerCase().includes(wanted.toLowerCase()),
  istartswith: (value, wanted) => String(value).toLowerCase().startsWith(wanted.toLowerCase()),
  gt: (value, wanted) => compare(value, wanted) > 0,
  gte: (value, wanted) => compare(value, wanted) >= 0,
  lt: (value, wanted) => compare(value, wanted) < 0,
  lte: (value, wanted) => compare(value, wanted) <= 0,
}

/** Dates as dates, numbers as numbers. */
function compare(value: string | number, wanted: string): number {
  if (typeof value === 'number') return value - Number(wanted)
  return Date.parse(value) - Date.parse(wanted)
}

/** Where bare words are looked for [0313]. */
const WORD_FIELDS = ['name', 'owner__username', 'settings__description', 'tags__name', 'uid']

/**
 * The assets that KPI's `q` finds [0313-0328]. What it cannot read, or asks for a field there is none of, finds
 * nothing, with 200 [0316, 0317].
 * @throws 400 for words too short [0315]
 */
export function searchAssets(assets: AssetRecord[], q: string): AssetRecord[] {
  if (q.trim() === '') return assets
  try {
    const test = testOf(parseSearch(q))
    return assets.filter(test)
  } catch (error) {
    if (error instanceof SearchSyntaxError) return []
    throw error
  }
}

type Test = (asset: AssetRecord) => boolean

function testOf(term: Term): Test {
  switch (term.kind) {
    case 'and': {
      const tests = term.terms.map(testOf)
      return (asset) => tests.every((test) => test(asset))
    }
    case 'or': {
      const tests = term.terms.map(testOf)
      return (asset) => tests.some((test) => test(asset))
    }
    case 'not': {
      const test = testOf(term.term)
      return (asset) => !test(asset)
    }
    case 'word': {
      if (term.text.length < SHORTEST_WORD) throw badRequest({ detail: 'Your query is too short' })
      const tests = WORD_FIELDS.map((name) => fieldTest(`${name}__icontains`, term.text))
      return (asset) => tests.some((test) => test(asset))
    }
    case 'field':
      return fieldTest(term.name, term.text)
  }
}

function fieldTest(path: string, wanted: string): Test {
  const [, name = '', lookup = ''] = /^(.*?)(?:__(iexact|exact|icontains|istartswith|gte?|lte?))?$/.exec(path) ?? []
  const field = FIELDS[name]
  const test = LOOKUPS[lookup]
  if (!field || !test) throw new SearchSyntaxError(`No field ${path}`)
  return (asset) => {
    const value = field(asset)
    if (value === null) return false
    return typeof value === 'object' ? value.some((one) => test(one, wanted)) : test(value, wanted)
  }
}

const dateModified: Field = ({ date_modified: date }) => date

const ORDERS: Record<string, Field> = {
  name: ({ name }) => name.toLowerCase(),
  asset_type: ({ asset_type: type }) => type,
  owner__username: ({ owner }) => owner,
  date_created: ({ date_created: date }) => date,
  date_modified: dateModified,
  date_deployed: ({ date_deployed: date }) => date,
}

/** Newest change first where nothing else, or something unknown, is asked for [0310-0312]. Drafts sort last by date. */
export function ordered(assets: AssetRecord[], ordering: string | null): AssetRecord[] {
  const [, minus = '', name = ''] = /^(-?)(.*)$/.exec(ordering ?? '') ?? []
  const known = ORDERS[name]
  const field = known ?? dateModified
  const direction = known && minus === '' ? 1 : -1
  return assets.toSorted((a, b) => {
    const [one, other] = [field(a), field(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    if (typeof one === 'string' && typeof other === 'string' && name === 'name')
      return direction * one.localeCompare(other)
    return one < other ? -direction : one > other ? direction : 0
  })
}
