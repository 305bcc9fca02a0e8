import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** A snapshot of the current form, for a preview [1310, 1311]. */
export const Snapshot = z.object({
  uid: z.string(),
  xml: z.string(),
  enketopreviewlink: z.string(),
  details: z.looseObject({ status: z.string(), warnings: optional(z.array(z.unknown())) }),
})
