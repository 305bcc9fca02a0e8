import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** Options of an export; KPI fills in the others [1001, 1020]. */
const ExportOptions = z.looseObject({
  type: z.string(),
  /** `_default`, `_xml`, or a language's name [1022]. */
  lang: z.string(),
  group_sep: z.string(),
  multiple_select: z.string(),
  hierarchy_in_labels: z.boolean(),
  fields_from_all_versions: z.boolean(),
  fields: optional(z.array(z.string())),
})

/** State of an export, polled until `complete` or `error` [1001-1003]. */
export const Export = z.object({
  uid: z.string(),
  url: z.string(),
  status: z.enum(['created', 'processing', 'complete', 'error']),
  date_created: z.string(),
  /** `null` until complete; then a URL that requires credentials [1003, 1005]. */
  result: z.nullable(z.string()),
  /** `{}` unless it failed. */
  messages: optional(z.record(z.string(), z.unknown())),
  data: z.object({ ...ExportOptions.shape, name: optional(z.nullable(z.string())) }),
})

/** Saved export settings of a project, with URLs that always return the newest data [1040, 1048]. */
export const ExportSetting = z.object({
  uid: z.string(),
  name: z.string(),
  date_modified: z.string(),
  data_url_csv: z.string(),
  data_url_xlsx: z.string(),
  export_settings: ExportOptions,
})
