import * as z from 'zod/mini'
import { orNull } from '#/api/lenient.ts'

/** `users/<name>/`: enough to know that a name exists, and how it is spelled [0131]. */
export const User = z.object({ username: z.string() })
export type User = z.output<typeof User>

/** A row of `users/`, which is for superusers [1350]. */
export const UserListItem = z.object({
  username: z.string(),
  email: orNull(z.string()),
  is_active: z.boolean(),
  date_joined: z.string(),
  last_login: orNull(z.string()),
  asset_count: z.number(),
})
