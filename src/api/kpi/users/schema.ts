import * as z from 'zod/mini'
import { orNull } from '#/api/lenient.ts'

/** `users/<name>/`: confirms that the account exists, and the spelling of its name [0131]. */
export const User = z.object({ username: z.string() })
export type User = z.output<typeof User>

/** An item of `users/`, which is for superusers only [1350]. */
export const UserListItem = z.object({
  username: z.string(),
  email: orNull(z.string()),
  is_active: z.boolean(),
  date_joined: z.string(),
  last_login: orNull(z.string()),
  asset_count: z.number(),
})
