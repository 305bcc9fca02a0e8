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
const FIELDS = ['name', 'owner__username', 'settings__description', 'settings__sector__label']
/** The countries of a project: a list of `{label, value}`, which the server searches as JSON text. */
const COUNTRIES = 'settings__country'
/** What that text has besides the labels and codes; a word in it would be found in every project that has a country. */
const LIST_TEXT = '[{"label": "", "value": ""}, {'
/** Such words are looked for in the labels of the first countries. */
const COUNTRY_LABELS = [0, 1, 2].map((index) => `${COUNTRIES}__${index}__label`)
/** The identifier of a project, as it stands in addresses: whole, as a part of it is found in many by chance. */
const IS_UID = /^a[^\W_]{21}$/
/** KPI refuses a search with more conditions on tags than this, with 400 (its source). */
const MOST_TAG_CONDITIONS = 10

/**
 * `null` and numbers: KPI reads them as such, and looks for `1000.0` where somebody types `1e3` (its source). Not those
 * that are the same, or a part of the word, after being read.
 */
const IS_CONVERTED = /^(?!\d+(\.\d{1,4})?$)(null|[+-]?[\p{Nd}_.]+(e[+-]?[\p{Nd}_]+)?)$/iu

/**
 * Lookup and value for a word. A value stands in quotes as it is, without escapes: what would end it too early, or be
 * read as something else, is looked for as a regular expression, where punctuation can be escaped (KPI's source).
 */
function conditionOf(word: string): string {
  if (!IS_CONVERTED.test(word) && !/"|\\$/.test(word)) return `__icontains:"${word}"`
  return `__iregex:"${word.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^[^\\]/u, '[$&]')}"`
}

/**
 * KPI's `q` for a search [0313-0328]: projects that have every word in their name, owner, tags, description, sector or
 * country; sector and country by the labels that the server keeps, which are English. Words are quoted, so that colons,
 * brackets and operators in them are looked for, not obeyed. Words of any length pass beside `asset_type:` (NOTES).
 * `asset_type=` as a parameter would be no filter [0303].
 */
export function toQuery({ text, status }: ProjectSearch): string {
  const words = [...new Set(text.match(/\S+/g))]
  const matches = words.map((word, index) => {
    const fields = FIELDS.concat(
      index < MOST_TAG_CONDITIONS ? 'tags__name' : [],
      LIST_TEXT.includes(word.toLowerCase()) ? COUNTRY_LABELS : COUNTRIES,
    )
    const byUid = IS_UID.test(word) ? ` OR uid:"${word}"` : ''
    return `(${fields.map((field) => field + conditionOf(word)).join(' OR ')}${byUid})`
  })
  return ['asset_type:survey', ...(status === 'all' ? [] : [`_deployment_status:${status}`]), ...matches].join(' AND ')
}
