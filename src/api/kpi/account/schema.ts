import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** The account that is signed in, with its profile: `GET me/` and `PATCH me/` [0110, 0114]. */
export const Account = z.object({
  username: z.string(),
  /** Read only: a change is ignored without an error [0115]. */
  email: optional(z.string()),
  date_joined: optional(z.string()),
  /** The profile; the server's environment says which fields it has [0120]. */
  extra_details: z.record(z.string(), z.unknown()),
  /** Accounts of other services with which the person signs in. */
  social_accounts: optional(z.array(z.unknown())),
  /** Has the origin that the server uses for itself, like `organization.url`. */
  projects_url: optional(z.string()),
  organization: optional(z.object({ url: optional(z.string()), uid: optional(z.string()) })),
})
export type Account = z.output<typeof Account>

/** The response of `POST logout-all/`: a sentence in the server's language [2494]. */
export const SignedOutEverywhere = z.string()
