import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'

/** A media file of a form [1101]; `redirect_url` is the URL of a file that KPI does not store [1103]. */
export const AssetFile = z.object({
  uid: z.string(),
  file_type: lenient(z.string(), ''),
  description: lenient(z.string(), ''),
  date_created: lenient(z.string(), ''),
  /** URL of the content, which requires credentials [1114]. */
  content: z.string(),
  metadata: z.object({
    filename: z.string(),
    mimetype: optional(z.string()),
    hash: optional(z.string()),
    redirect_url: optional(z.string()),
  }),
})
export type AssetFile = z.output<typeof AssetFile>
