import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** The response of `GET /token/?format=json` with username and password [0101]. */
export const TokenResponse = z.object({ token: z.string().check(z.minLength(1)) })

/** The response of `POST /o/token/` [1605]. */
export const TokenGrant = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Each refresh replaces both tokens [1610, 1611]. */
  refresh_token: optional(z.string()),
  /** Seconds. */
  expires_in: optional(z.number()),
})

/** The account that is signed in: `GET /me/` [0110]. */
export const Me = z.object({
  username: z.string(),
  /** Has the origin that the server uses for itself, like `organization.url`. */
  projects_url: optional(z.string()),
  organization: optional(z.object({ url: optional(z.string()) })),
})
export type Me = z.output<typeof Me>
