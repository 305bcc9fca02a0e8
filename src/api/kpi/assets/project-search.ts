import { dayText, startOfDay } from '#/lib/time/local-day.ts'
import type { DeploymentStatus } from './schema.ts'
import { anyOf, contains, equals } from './search-conditions.ts'

/** Limits are inclusive, and may be missing. Days are texts like `2026-11-20`. */
export interface Range<Value> {
  from?: Value
  to?: Value
}

/** Days in the time zone of this device, or the last days, today included. */
export type DayRange = Range<string> | { last: number }

/** The dates of a project by which the list can be filtered. */
export const PROJECT_DATES = ['modified', 'created', 'deployed'] as const

/** Values of the filter by what anyone can do without signing in. */
export const PUBLIC_FILTERS = ['any', 'form', 'submissions', 'submit', 'none'] as const
export type PublicFilter = (typeof PUBLIC_FILTERS)[number]

/** The filters of the list of projects, which are in the URL. All must match; of several values, one. */
export interface ProjectSearch extends Partial<Record<(typeof PROJECT_DATES)[number], DayRange>> {
  /** As typed. */
  text: string
  status: DeploymentStatus | 'all'
  /** A username; with `-` before it, everybody else. */
  owner?: string
  tags?: readonly string[]
  /** Codes of countries: `KEN`. */
  countries?: readonly string[]
  /** Values of sectors, which are English texts. */
  sectors?: readonly string[]
  /** The number of questions. */
  questions?: Range<number>
  /** Not part of {@link toQuery}: see `public-projects.ts`. */
  public?: PublicFilter
}

export const ALL_PROJECTS: ProjectSearch = { text: '', status: 'all' }

/**
 * The fields in which each word is searched. Words without a field would also match the `summary` as JSON text, in which
 * every project has "name", "label" and "column" (NOTES, Seen by driving the app against it).
 */
const FIELDS = ['name', 'owner__username', 'settings__description', 'settings__sector__label']
/** A list of `{label, value}`, which the server searches as JSON text. */
const COUNTRY_FIELD = 'settings__country'
/** The syntax of that JSON text: a word that is part of it would match every project with a country. */
const JSON_SYNTAX = '[{"label": "", "value": ""}, {'
/** Such words are searched in the labels of the first three countries. */
const COUNTRY_LABEL_FIELDS = [0, 1, 2].map((index) => `${COUNTRY_FIELD}__${index}__label`)
/** A complete asset uid: a part of one would match others by chance. */
const IS_UID = /^a[^\W_]{21}$/
/** KPI refuses a search with more conditions on tags than this, with 400 (its source). */
export const MAX_TAG_CONDITIONS = 10

/**
 * KPI's `q` for a search [0313-0328]: projects that have each word in their name, owner, tags, description, sector or
 * country; sector and country by their English labels. Words are quoted, so that colons, brackets and operators in them
 * have no meaning. With `asset_type:` words can have any length (NOTES). The parameter `asset_type=` filters nothing [0303].
 *
 * @param now decides what "the last days" are
 */
export function toQuery(search: ProjectSearch, now = new Date()): string {
  const { text, status, owner = '', tags = [], countries = [], sectors = [], questions = {} } = search
  const words = [...new Set(text.match(/\S+/g))]
  const tagConditions = MAX_TAG_CONDITIONS - tags.length
  return [
    'asset_type:survey',
    ...(status === 'all' ? [] : [`_deployment_status:${status}`]),
    ...words.map((word, index) => wordCondition(word, index < tagConditions)),
    ...(owner === '' ? [] : [ownerCondition(owner)]),
    ...anyOf(tags.map((tag) => equals('tags__name', tag))),
    ...anyOf(countries.map((code) => contains('settings__country_codes', code))),
    ...anyOf(sectors.map((sector) => equals('settings__sector__value', sector))),
    ...PROJECT_DATES.flatMap((date) => dayConditions(`date_${date}`, search[date], now)),
    // Projects whose form is empty have no such number [0401].
    ...(questions.from ? [`summary__row_count__gt:${questions.from - 1}`] : []),
    ...(questions.to === undefined ? [] : [`summary__row_count__lt:${questions.to + 1}`]),
  ].join(' AND ')
}

function wordCondition(word: string, isInTags: boolean): string {
  const fields = FIELDS.concat(
    isInTags ? 'tags__name' : [],
    JSON_SYNTAX.includes(word.toLowerCase()) ? COUNTRY_LABEL_FIELDS : COUNTRY_FIELD,
  )
  const byUid = IS_UID.test(word) ? ` OR uid:"${word}"` : ''
  return `(${fields.map((field) => contains(field, word)).join(' OR ')}${byUid})`
}

const ownerCondition = (owner: string) =>
  owner.startsWith('-') ? `NOT ${equals('owner__username', owner.slice(1))}` : equals('owner__username', owner)

/** The server compares moments in UTC; a day is one of this device's time zone. */
function dayConditions(field: string, range: DayRange = {}, now: Date): string[] {
  const { from, to } = 'last' in range ? { from: dayText(startOfDay(dayText(now), 1 - range.last)) } : range
  return [
    ...(from === undefined ? [] : [`${field}__gte:"${startOfDay(from).toISOString()}"`]),
    ...(to === undefined ? [] : [`${field}__lt:"${startOfDay(to, 1).toISOString()}"`]),
  ]
}
