import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** A file that belongs to a form [1101]; with `redirect_url` KPI only knows where it is [1103]. */
export const AssetFile = z.object({
  uid: z.string(),
  file_type: z.string(),
  description: z.string(),
  date_created: z.string(),
  /** Address of the bytes, which asks for the key [1114]. */
  content: z.string(),
  metadata: z.object({
    filename: z.string(),
    mimetype: optional(z.string()),
    hash: optional(z.string()),
    redirect_url: optional(z.string()),
  }),
})
