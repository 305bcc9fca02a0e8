import { badRequest } from '#/demo/answers.ts'
import { deploymentStatus } from '#/demo/assets/asset-answer.ts'
import { contentSummary, newestVersion } from '#/demo/assets/content.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { parseSearch, SearchSyntaxError, type Term } from './search-syntax.ts'

/** A search without a field and without a word of this length is refused [0315]. */
const SHORTEST_WORD = 3
/** More conditions on tags are refused (KPI's source). */
const MOST_TAG_CONDITIONS = 10

/** What a field of `q` is compared with; several texts where any may match. */
type Field = (asset: AssetRecord) => string | number | readonly string[] | null

/** As PostgreSQL writes JSON, in which a part of `settings` or `summary` is searched. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${jsonText(part)}`)
    .join(', ')}}`
}

/** A part of `settings`, by keys and by places in lists: `settings__country__0__label`. */
const settingText =
  (keys: readonly string[]): Field =>
  ({ settings }) => {
    let value: unknown = settings
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
      value = (value as Record<string, unknown>)[key]
    }
    return value === null || typeof value === 'string' ? value : jsonText(value)
  }

const FIELDS: Record<string, Field> = {
  asset_type: ({ asset_type: type }) => type,
  _deployment_status: deploymentStatus,
  uid: ({ uid }) => uid,
  name: ({ name }) => name,
  owner__username: ({ owner }) => owner,
  tags__name: ({ tag_string: tags }) => tags.split(','),
  parent__uid: () => null,
  summary: (asset) => jsonText(contentSummary(newestVersion(asset).content)),
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
  iregex: (value, wanted) => new RegExp(wanted, 'i').test(String(value)),
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

/**
 * Where bare words are looked for [0313]: in the summary as JSON text, too, in which "name", "label" and "column" are
 * found in every project (NOTES, Seen by driving the app against it).
 */
const WORD_FIELDS = [
  'name',
  'owner__username',
  'settings__description',
  'settings__extra_metadata',
  'summary',
  'tags__name',
  'uid',
]

/**
 * The assets that KPI's `q` finds [0313-0328]. What it cannot read, or asks for a field there is none of, finds
 * nothing, with 200 [0316, 0317].
 * @throws 400 where no field is named and no word is long enough [0315], and for many conditions on tags
 */
export function searchAssets(assets: AssetRecord[], q: string): AssetRecord[] {
  if (q.trim() === '') return assets
  try {
    const search = parseSearch(q)
    refuseUnfit(search)
    const test = testOf(search)
    return assets.filter(test)
  } catch (error) {
    if (error instanceof SearchSyntaxError) return []
    throw error
  }
}

function leavesOf(term: Term): Extract<Term, { text: string }>[] {
  if ('terms' in term) return term.terms.flatMap(leavesOf)
  return 'term' in term ? leavesOf(term.term) : [term]
}

function refuseUnfit(search: Term) {
  const leaves = leavesOf(search)
  const isFit = leaves.some(({ kind, text }) => kind === 'field' || text.length >= SHORTEST_WORD)
  if (!isFit) throw badRequest({ detail: 'Your query is too short' })
  const tagConditions = leaves.filter((leaf) => leaf.kind === 'field' && leaf.name.startsWith('tags__')).length
  if (tagConditions > MOST_TAG_CONDITIONS)
    throw badRequest({ detail: 'Too many relational filters in the search query' })
}

/** What KPI makes of a value: numbers are read as such, `null` is none (its source). */
function valueOf(text: string): string | null {
  if (text === 'null') return null
  if (/^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(text)) return String(BigInt(toAscii(text)))
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (Number.isNaN(number)) return text
  return Number.isInteger(number) ? number.toFixed(1) : String(number)
}

/** A whole number in any script's digits, as `BigInt` reads it: scripts have their ten digits in a row. */
const toAscii = (text: string) =>
  text
    .replaceAll(/\p{Nd}/gu, (digit) => {
      let zero = digit.codePointAt(0) ?? 0
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero -= 1
      return String((digit.codePointAt(0) ?? 0) - zero)
    })
    .replaceAll(/[_+]/g, '')

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
      const tests = WORD_FIELDS.map((name) => fieldTest(`${name}__icontains`, term.text))
      return (asset) => tests.some((test) => test(asset))
    }
    case 'field':
      return fieldTest(term.name, term.text)
  }
}

function fieldTest(path: string, text: string): Test {
  const [, name = '', lookup = ''] =
    /^(.*?)(?:__(iexact|exact|icontains|iregex|istartswith|gte?|lte?))?$/.exec(path) ?? []
  const [first, ...keys] = name.split('__')
  const field = first === 'settings' ? settingText(keys) : FIELDS[name]
  const wanted = valueOf(text)
  // The server cannot look for nothing within a text, and finds nothing at all.
  if (wanted === null && lookup !== '' && lookup !== 'exact') throw new SearchSyntaxError('No value')
  const test = LOOKUPS[lookup]
  if (!field || !test) throw new SearchSyntaxError(`No field ${path}`)
  return (asset) => {
    const value = field(asset)
    if (value === null || wanted === null) return value === wanted
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
