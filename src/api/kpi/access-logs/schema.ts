import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** A sign-in to the account, or a group of similar ones [1348]. */
export const AccessLog = z.object({
  action: z.string(),
  username: z.string(),
  date_created: z.string(),
  count: optional(z.number()),
  metadata: z.looseObject({
    source: optional(z.nullable(z.string())),
    ip_address: optional(z.nullable(z.string())),
  }),
})
