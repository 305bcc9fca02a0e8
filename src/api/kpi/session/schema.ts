import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** `GET /token/?format=json` with a name and password [0101]. */
export const TokenAnswer = z.object({ token: z.string().check(z.minLength(1)) })

/** `POST /o/token/`: what an application may use in somebody's name, and until when [1605]. */
export const TokenGrant = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Replaced, like the access token, by each use [1610, 1611]. */
  refresh_token: optional(z.string()),
  /** Seconds. */
  expires_in: optional(z.number()),
})

/** The account that is signed in: `GET /me/` [0110]. */
export const Me = z.object({
  username: z.string(),
  /** Under the server's own origin, as the organization's. */
  projects_url: optional(z.string()),
  organization: optional(z.object({ url: optional(z.string()) })),
})
export type Me = z.output<typeof Me>
