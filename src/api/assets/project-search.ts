import type { DeploymentStatus } from './schema.ts'

/** Which projects a list shows; it lives in the address of the page. */
export interface ProjectSearch {
  /** Words as typed. */
  text: string
  status: DeploymentStatus | 'all'
}

/**
 * Where each word is looked for. Named fields only: bare words also search the `summary` as JSON text, where "name",
 * "label" and "column" are in every project (NOTES, Seen by driving the app against it).
 */
const FIELDS = ['name', 'owner__username', 'tags__name', 'settings__description', 'settings__sector__label']
/** The countries of a project: a list of `{label, value}`, which the server searches as JSON text. */
const COUNTRIES = 'settings__country'
/** What that text has besides the labels and codes; a word in it would be found in every project that has a country. */
const LIST_TEXT = '[{"label": "", "value": ""}, {'
/** Such words are looked for in the labels of this many countries. */
const COUNTRY_LABELS = 3
/** The identifier of a project, as it stands in addresses: whole, as a part of it is found in many by chance. */
const IS_UID = /^a[0-9A-Za-z]{21}$/
/** KPI refuses a search with more conditions on tags than this, with 400 (its source). */
const MOST_TAG_CONDITIONS = 10

/** A number or `null` as a whole: KPI reads it as such, and looks for `1000.0` where somebody types `1e3` (its source). */
const IS_CONVERTED = /^(?:null|[+-]?(?=[\p{Nd}.])[\p{Nd}_]*\.?[\p{Nd}_]*(?:e[+-]?[\p{Nd}_]+)?)$/iu
/** Numbers that are the same, or a part of the word, after being read: nothing is lost. */
const IS_KEPT_NUMBER = /^\d+(?:\.\d{1,4})?$/

/** A word as one or more conditions on a field that all hold: lookup and quoted value. */
function conditionsOf(word: string): string[] {
  if (IS_CONVERTED.test(word) && !IS_KEPT_NUMBER.test(word)) return [`__iregex:"${word.replaceAll(/./gu, '[$&]')}"`]
  // KPI takes a value as it stands between its quotes: a backslash before the last one would keep it open.
  const body = /(?<!\\)(?:\\\\)*\\$/.test(word) ? word.slice(0, -1) : word
  if (body === '') return ['__icontains:\\']
  if (!body.includes('"')) return [`__icontains:"${body}"`]
  if (!body.includes("'")) return [`__icontains:'${body}'`]
  // Neither quote can hold both: all parts between the quotes have to be there.
  const parts = body.split('"').filter((part) => part !== '')
  return parts.map((part) => (part.endsWith('\\') ? '__icontains:\\' : `__icontains:"${part}"`))
}

function fieldsOf(word: string, isTagSearched: boolean): string[] {
  const isInListText = LIST_TEXT.includes(word.toLowerCase())
  const labels = Array.from({ length: COUNTRY_LABELS }, (_, index) => `${COUNTRIES}__${index}__label`)
  const fields = isTagSearched ? FIELDS : FIELDS.filter((field) => field !== 'tags__name')
  return [...fields, ...(isInListText ? labels : [COUNTRIES])]
}

/**
 * KPI's `q` for a search [0313-0328]: projects that have every word in their name, owner, tags, description, sector or
 * country; sector and country by the labels that the server keeps, which are English. Words are quoted, so that colons,
 * brackets and operators in them are looked for, not obeyed. Words of any length pass beside `asset_type:` (NOTES).
 * `asset_type=` as a parameter would be no filter [0303].
 */
export function toQuery({ text, status }: ProjectSearch): string {
  const words = [...new Set(text.split(/\s+/).filter((word) => word !== ''))]
  let tagConditions = 0
  const matches = words.map((word) => {
    const conditions = conditionsOf(word)
    tagConditions += conditions.length
    const alternatives = fieldsOf(word, tagConditions <= MOST_TAG_CONDITIONS).map((field) => {
      const all = conditions.map((condition) => `${field}${condition}`)
      return all.length > 1 ? `(${all.join(' AND ')})` : all.join('')
    })
    if (IS_UID.test(word)) alternatives.push(`uid:"${word}"`)
    return `(${alternatives.join(' OR ')})`
  })
  return ['asset_type:survey', ...(status === 'all' ? [] : [`_deployment_status:${status}`]), ...matches].join(' AND ')
}
