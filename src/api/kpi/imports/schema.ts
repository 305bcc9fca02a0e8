import * as z from 'zod/mini'
import { AssetSummary } from '#/api/kpi/assets/schema.ts'
import { lenient, optional } from '#/api/lenient.ts'
import { listOf } from '#/api/pagination.ts'

/** The response to an upload: always 201, before the file is validated [0201, 0231]. */
export const StartedImport = z.object({ uid: z.string(), status: optional(z.string()) })

const ImportedItem = z.object({ uid: z.string(), kind: z.string(), summary: optional(AssetSummary) })

const importFields = { uid: z.string() }

/** Status of an import, polled until `complete` or `error` [0203-0207, 0220-b]. */
export const ImportTask = z.union([
  z.object({ ...importFields, status: z.literal('created') }),
  z.object({ ...importFields, status: z.literal('processing') }),
  z.object({
    ...importFields,
    status: z.literal('complete'),
    /** `created` for new projects, `updated` for replaced forms [0242]. */
    messages: z.object({
      created: optional(listOf(ImportedItem)),
      updated: optional(listOf(ImportedItem)),
    }),
  }),
  z.object({
    ...importFields,
    status: z.literal('error'),
    messages: z.object({
      error: lenient(z.string(), ''),
      /** The name of the exception: `ValueError`, `ConnectionError` [0220-b, 0238]. */
      error_type: lenient(z.string(), ''),
    }),
  }),
])
export type ImportTask = z.output<typeof ImportTask>
