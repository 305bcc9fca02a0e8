import { deploymentStatus } from '#/demo/assets/asset-serializer.ts'
import { contentSummary, newestVersion } from '#/demo/assets/content.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { badRequest } from '#/demo/responses.ts'
import { parseSearch, SearchSyntaxError, type Term } from './search-syntax.ts'

/** KPI refuses a search without a field whose words are all shorter than this [0315]. */
const SHORTEST_WORD = 3
/** KPI refuses more conditions on tags (from its source). */
const MOST_TAG_CONDITIONS = 10

/** The value that a field of `q` is compared with; with several texts, one must match. */
type Field = (asset: AssetRecord) => string | number | readonly string[] | null

/** JSON as PostgreSQL formats it. Searches in a part of `settings` or `summary` look in this text. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${jsonText(part)}`)
    .join(', ')}}`
}

/** A part of `settings`, by keys and list indexes: `settings__country__0__label`. */
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
  summary__row_count: (asset) => contentSummary(newestVersion(asset).content).row_count ?? null,
  date_created: ({ date_created: date }) => date,
  date_modified: ({ date_modified: date }) => date,
  date_deployed: ({ date_deployed: date }) => date,
}

const LOOKUPS: Record<string, (value: string | number, expected: string) => boolean> = {
  '': (value, expected) => String(value) === expected,
  exact: (value, expected) => String(value) === expected,
  iexact: (value, expected) => String(value).toLowerCase() === expected.toLowerCase(),
  icontains: (value, expected) => String(value).toLowerCase().includes(expected.toLowerCase()),
  iregex: (value, expected) => new RegExp(expected, 'i').test(String(value)),
  istartswith: (value, expected) => String(value).toLowerCase().startsWith(expected.toLowerCase()),
  gt: (value, expected) => compare(value, expected) > 0,
  gte: (value, expected) => compare(value, expected) >= 0,
  lt: (value, expected) => compare(value, expected) < 0,
  lte: (value, expected) => compare(value, expected) <= 0,
}

/** Compares numbers as numbers, texts as dates. */
function compare(value: string | number, expected: string): number {
  if (typeof value === 'number') return value - Number(expected)
  return Date.parse(value) - Date.parse(expected)
}

/**
 * The fields in which words without a field are searched [0313]. One is the summary as JSON text, where "name", "label"
 * and "column" match every project (NOTES, "Seen by driving the app against it").
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
 * The assets that match KPI's `q` [0313-0328]. A `q` that cannot be parsed, or with an unknown field, matches nothing,
 * with status 200 [0316, 0317].
 * @throws 400 if no field is named and no word is long enough [0315], or with too many conditions on tags
 */
export function searchAssets(assets: AssetRecord[], q: string): AssetRecord[] {
  if (q.trim() === '') return assets
  try {
    const search = parseSearch(q)
    checkSearch(search)
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

function checkSearch(search: Term) {
  const leaves = leavesOf(search)
  const isSpecific = leaves.some(({ kind, text }) => kind === 'field' || text.length >= SHORTEST_WORD)
  if (!isSpecific) throw badRequest({ detail: 'Your query is too short' })
  const tagConditions = leaves.filter((leaf) => leaf.kind === 'field' && leaf.name.startsWith('tags__')).length
  if (tagConditions > MOST_TAG_CONDITIONS)
    throw badRequest({ detail: 'Too many relational filters in the search query' })
}

/** The value as KPI reads it: digits are a number, `null` is no value (from its source). */
function valueOf(text: string): string | null {
  if (text === 'null') return null
  if (/^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(text)) return String(BigInt(toAscii(text)))
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (Number.isNaN(number)) return text
  return Number.isInteger(number) ? number.toFixed(1) : String(number)
}

/** Converts the digits of any script to ASCII. Every script has its ten digits in a row. */
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
  const expected = valueOf(text)
  // The server cannot search for `null` within a text and matches nothing.
  if (expected === null && lookup !== '' && lookup !== 'exact') throw new SearchSyntaxError('No value')
  const test = LOOKUPS[lookup]
  if (!field || !test) throw new SearchSyntaxError(`No field ${path}`)
  return (asset) => {
    const value = field(asset)
    if (value === null || expected === null) return value === expected
    return typeof value === 'object' ? value.some((item) => test(item, expected)) : test(value, expected)
  }
}

const dateModified: Field = ({ date_modified: date }) => date

/** The values of `ordering`, from KPI's source. The date of creation is not one of them. */
const ORDERS: Record<string, Field> = {
  name: ({ name }) => name.toLowerCase(),
  asset_type: ({ asset_type: type }) => type,
  owner__username: ({ owner }) => owner,
  date_modified: dateModified,
  date_deployed: ({ date_deployed: date }) => date,
  _deployment_status: deploymentStatus,
  settings__sector__value: settingText(['sector', 'value']),
  settings__description: settingText(['description']),
}

/**
 * Sorts by the last change, newest first, if the ordering is missing or unknown [0310-0312]. What has no value comes last,
 * in descending order first, as in PostgreSQL.
 */
export function sortAssets(assets: AssetRecord[], ordering: string | null): AssetRecord[] {
  const [, minus = '', name = ''] = /^(-?)(.*)$/.exec(ordering ?? '') ?? []
  const known = ORDERS[name]
  const field = known ?? dateModified
  const direction = known && minus === '' ? 1 : -1
  return assets.toSorted((a, b) => {
    const [first, second] = [field(a), field(b)]
    if (first === null || second === null) return direction * (Number(first === null) - Number(second === null))
    if (typeof first === 'string' && typeof second === 'string' && name === 'name')
      return direction * first.localeCompare(second)
    return first < second ? -direction : first > second ? direction : 0
  })
}
