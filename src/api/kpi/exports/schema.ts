import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'

/** The types of file that the server makes [1010-1012, 2233, 2241]. */
export const EXPORT_TYPES = ['xls', 'csv', 'geojson', 'kml', 'spss_labels'] as const
export type ExportType = (typeof EXPORT_TYPES)[number]

/** How answers with several choices are written: in one column, in a column per choice, or both [1004]. */
export const MULTIPLE_SELECT = ['both', 'summary', 'details'] as const
export type MultipleSelect = (typeof MULTIPLE_SELECT)[number]

/** Options of an export; KPI fills in the others [1001, 1020]. */
export const ExportOptions = z.looseObject({
  type: z.string(),
  /** `_default`, `_xml`, or a language's name [1022]. */
  lang: z.string(),
  group_sep: z.string(),
  multiple_select: z.string(),
  hierarchy_in_labels: z.boolean(),
  fields_from_all_versions: z.boolean(),
  fields: optional(z.array(z.string())),
  query: optional(z.record(z.string(), z.unknown())),
  submission_ids: optional(z.array(z.number())),
  flatten: optional(z.boolean()),
  xls_types_as_text: optional(z.boolean()),
  include_media_url: optional(z.boolean()),
})
export type ExportOptions = z.output<typeof ExportOptions>

/** State of an export, polled until `complete` or `error` [1001-1003]. */
export const Export = z.object({
  uid: z.string(),
  url: z.string(),
  status: z.enum(['created', 'processing', 'complete', 'error']),
  date_created: lenient(z.string(), ''),
  /** `null` until complete; then a URL that requires credentials [1003, 1005]. */
  result: z.nullable(z.string()),
  /** `{}` unless it failed; then `error` and `error_type` [2232]. */
  messages: optional(z.record(z.string(), z.unknown())),
  data: z.looseObject({ ...ExportOptions.shape, name: optional(z.nullable(z.string())) }),
})
export type Export = z.output<typeof Export>

/** Saved export settings of a project, with URLs that return data no older than five minutes [1040, 1048, 2243]. */
export const ExportSetting = z.object({
  uid: z.string(),
  name: z.string(),
  date_modified: lenient(z.string(), ''),
  data_url_csv: z.string(),
  data_url_xlsx: z.string(),
  export_settings: ExportOptions,
})
export type ExportSetting = z.output<typeof ExportSetting>
