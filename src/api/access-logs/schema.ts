import * as z from 'zod/mini'

/** A sign-in to one's own account, or several alike [1348]. */
export const AccessLog = z.object({
  action: z.string(),
  username: z.string(),
  date_created: z.string(),
  count: z.optional(z.number()),
  metadata: z.looseObject({
    source: z.optional(z.nullable(z.string())),
    ip_address: z.optional(z.nullable(z.string())),
  }),
})
