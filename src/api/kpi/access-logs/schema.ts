import * as z from 'zod/mini'
import { lenient, optional, orNull } from '#/api/lenient.ts'

/** An entry of an account's access log: a sign-in, a request with a key, or an hour's submissions [1348, 2497]. */
export const AccessLog = z.object({
  /** `auth`; KPI's source also has `auth-failed`. */
  action: z.string(),
  /** `null` if the account was deleted since. */
  username: z.nullable(z.string()),
  date_created: z.string(),
  /** Of submissions, how many; else 1. */
  count: optional(z.number()),
  metadata: lenient(
    z.looseObject({
      /** Such as "Firefox (Windows)"; absent for submissions. */
      source: orNull(z.string()),
      ip_address: orNull(z.string()),
      auth_type: orNull(z.string()),
      /** Who signed in as this account, by the administration of the server. */
      initial_user_username: optional(z.string()),
    }),
    { source: null, ip_address: null, auth_type: null },
  ),
})
export type AccessLog = z.output<typeof AccessLog>
