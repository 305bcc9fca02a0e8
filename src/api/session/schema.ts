import * as z from 'zod/mini'

/** `GET /token/?format=json` with a name and password [0101]. */
export const TokenAnswer = z.object({ token: z.string().check(z.minLength(1)) })

/** `POST /o/token/`: what an application may use in somebody's name, and until when [1605]. */
export const TokenGrant = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Replaced, like the access token, by each use [1610, 1611]. */
  refresh_token: z.optional(z.string()),
  token_type: z.string(),
  /** Seconds. */
  expires_in: z.optional(z.number()),
  scope: z.optional(z.string()),
})

/** The account that is signed in: `GET /me/` [0110]. */
export const Me = z.object({
  username: z.string(),
  email: z.optional(z.nullable(z.string())),
  /** ISO 8601 in UTC, with `Z`. */
  server_time: z.string(),
  /** Under the server's own origin, as the organization's. */
  projects_url: z.optional(z.string()),
  organization: z.optional(z.nullable(z.object({ url: z.optional(z.string()) }))),
  extra_details: z.optional(z.looseObject({ name: z.optional(z.string()) })),
})
export type Me = z.output<typeof Me>
