import { currentContent } from '#/demo/assets/content.ts'
import { isRecord } from '#/demo/permissions/access.ts'
import type { AssetRecord, Filter } from '#/demo/records.ts'

/** The settings of an export, as the demo uses them. */
export interface ExportSettings {
  type: string
  lang: string
  group_sep: string
  multiple_select: string
  hierarchy_in_labels: boolean
  fields_from_all_versions: boolean
  fields?: string[]
  flatten?: boolean
  include_media_url?: boolean
  name?: string | null
  query?: Filter
  submission_ids?: number[]
  xls_types_as_text?: boolean
}

const REQUIRED = ['fields_from_all_versions', 'group_sep', 'hierarchy_in_labels', 'lang', 'multiple_select', 'type']
const OPTIONAL = ['fields', 'flatten', 'include_media_url', 'name', 'query', 'submission_ids', 'xls_types_as_text']
const VALID = [...OPTIONAL, ...REQUIRED, 'source']
const TYPES = ['csv', 'geojson', 'kml', 'spss_labels', 'xls']
const MULTIPLE_SELECT = ['both', 'details', 'summary']

/** The settings, or KPI's refusal by field [1020-1026, 1045, 2238-2241]. */
export function readSettings(
  body: Record<string, unknown>,
  asset: AssetRecord,
): { settings: ExportSettings } | { refusal: { field: string; message: string } } {
  const refuse = (field: string, message: string) => ({ refusal: { field, message } })
  if (REQUIRED.some((key) => !(key in body)))
    return refuse('data', `Must contain all the following required keys: ${listOf(REQUIRED, 'and')}`)
  if (Object.keys(body).some((key) => !VALID.includes(key)))
    return refuse('data', `Can contain only the following valid keys: ${listOf(VALID, 'and')}`)
  const settings = body as unknown as ExportSettings
  const { type, lang, group_sep: separator, query, submission_ids: ids } = settings
  if (!TYPES.includes(type)) return refuse('type', `Must be either ${listOf(TYPES, 'or')}`)
  if (!MULTIPLE_SELECT.includes(settings.multiple_select))
    return refuse('multiple_select', `Must be either ${listOf(MULTIPLE_SELECT, 'or')}`)
  const languages = [...namedLanguages(asset), '_default', '_xml']
  if (!languages.includes(lang)) return refuse('lang', `For this asset must be either ${listOf(languages, 'or')}`)
  if (settings.hierarchy_in_labels && separator === '') return refuse('group_sep', 'Must be a non-empty value')
  if (query !== undefined && !isRecord(query)) return refuse('query', 'Must be a JSON object')
  if (ids !== undefined && !(Array.isArray(ids) && ids.every(Number.isInteger)))
    return refuse('submission_ids', 'All values in the array must be integers')
  if (type === 'kml' && 'flatten' in body)
    return refuse('flatten', 'The "flatten" option is not supported for KML exports.')
  return { settings }
}

const namedLanguages = (asset: AssetRecord) =>
  (currentContent(asset).translations ?? []).filter((name) => name !== null)

/** `'a', 'b' and 'c'`. */
function listOf(names: readonly string[], word: 'and' | 'or'): string {
  const quoted = names.map((name) => `'${name}'`)
  return `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`
}
