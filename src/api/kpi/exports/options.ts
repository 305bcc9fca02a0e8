import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { EXPORT_TYPES, type ExportOptions, type ExportType, MULTIPLE_SELECT, type MultipleSelect } from './schema.ts'

/** What a person chooses for an export. */
export interface ExportChoice {
  type: ExportType
  /** `_default`, `_xml`, or the name of a language of the form. */
  lang: string
  /** Between the names of groups and questions in headings, where `hasGroups`. */
  groupSeparator: string
  hasGroups: boolean
  multipleSelect: MultipleSelect
  hasAllVersions: boolean
  /** Paths of questions and keys of metadata; `null`: all. */
  fields: readonly string[] | null
  /** GeoJSON: one collection of all places, instead of one for each submission [2234]. */
  isFlat: boolean
  /** XLS: numbers and dates as texts. */
  isText: boolean
  /** A column with the address of each photo and file [2237]. */
  hasMediaUrls: boolean
}

/** Which submissions are exported; both must hold [2231]. */
export interface ExportScope {
  query: MongoQuery | undefined
  ids: readonly number[] | null
}

export const DEFAULT_CHOICE: ExportChoice = {
  type: 'xls',
  lang: '_xml',
  groupSeparator: '/',
  hasGroups: false,
  multipleSelect: 'both',
  hasAllVersions: true,
  fields: null,
  isFlat: true,
  isText: false,
  hasMediaUrls: false,
}

export const ALL_SUBMISSIONS: ExportScope = { query: undefined, ids: null }

const TABLES: readonly ExportType[] = ['xls', 'csv']

/** Which of the settings have an effect on a type of file. `flatten` is refused for KML [2238]. */
export const settingsOf = (type: ExportType) => ({
  labels: type !== 'spss_labels',
  groups: type !== 'spss_labels',
  multipleSelect: TABLES.includes(type),
  fields: type !== 'spss_labels',
  isFlat: type === 'geojson',
  isText: type === 'xls',
  hasMediaUrls: TABLES.includes(type),
})

/**
 * The `lang` for labels in a language of the form. `_default` gives XML names where all languages have names [2235], so
 * that it is only for the language without one.
 */
export const langOf = (language: string | null) => language ?? '_default'

/** The body of a request for an export: the required keys [1020], and others that the type takes [1023, 2238, 2241]. */
export function exportOptions(choice: ExportChoice, { query, ids }: ExportScope): ExportOptions {
  const { type, fields } = choice
  const takes = settingsOf(type)
  return {
    type,
    lang: choice.lang,
    group_sep: choice.groupSeparator || '/', // refused if empty [1026]
    multiple_select: choice.multipleSelect,
    hierarchy_in_labels: choice.hasGroups,
    fields_from_all_versions: choice.hasAllVersions,
    ...(takes.fields && fields !== null && fields.length > 0 && { fields: [...fields] }),
    ...(takes.isFlat && { flatten: choice.isFlat }),
    ...(takes.isText && { xls_types_as_text: choice.isText }),
    ...(takes.hasMediaUrls && { include_media_url: choice.hasMediaUrls }),
    ...(query !== undefined && { query }),
    ...(ids !== null && { submission_ids: [...ids] }),
  }
}

/** The choice that options of the server stand for; what this app does not know is as by default. */
export function readChoice(options: ExportOptions): ExportChoice {
  const { fields = [] } = options
  return {
    type: EXPORT_TYPES.find((type) => type === options.type) ?? DEFAULT_CHOICE.type,
    lang: options.lang,
    groupSeparator: options.group_sep,
    hasGroups: options.hierarchy_in_labels,
    multipleSelect: MULTIPLE_SELECT.find((one) => one === options.multiple_select) ?? DEFAULT_CHOICE.multipleSelect,
    hasAllVersions: options.fields_from_all_versions,
    fields: fields.length > 0 ? fields : null,
    isFlat: options.flatten ?? DEFAULT_CHOICE.isFlat,
    isText: options.xls_types_as_text ?? DEFAULT_CHOICE.isText,
    hasMediaUrls: options.include_media_url ?? DEFAULT_CHOICE.hasMediaUrls,
  }
}

/** Which submissions options of the server stand for. */
export function readScope({ query = {}, submission_ids: ids = [] }: ExportOptions): ExportScope {
  return { query: Object.keys(query).length > 0 ? query : undefined, ids: ids.length > 0 ? ids : null }
}

/** Fields that the server adds to the given ones when it makes the file [1013]. */
const ADDED_FIELDS = ['_attachments', '_supplementalDetails', '_uuid', 'meta/rootUuid']

/**
 * The options as they were sent, of an export that has started: the server adds to the list of fields, to which groups
 * belong as well, and to the query [1013, 2231].
 */
export function sentOptions(options: ExportOptions): ExportOptions {
  const { fields, query, ...others } = options
  const given = fields?.filter(
    (field, index) =>
      !ADDED_FIELDS.includes(field) && !fields.slice(0, index).some((one) => one.startsWith(`${field}/`)),
  )
  const { _userform_id: form, _id: ids, ...asked } = query ?? {}
  const keepsIds = ids !== undefined && (form === undefined || options.submission_ids === undefined)
  return {
    ...others,
    ...(given && { fields: given }),
    ...(query && { query: keepsIds ? { ...asked, _id: ids } : asked }),
  }
}
