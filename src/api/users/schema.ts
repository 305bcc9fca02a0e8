import * as z from 'zod/mini'

/** `users/<name>/`: enough to know that a name exists, and how it is spelled [0131]. */
export const User = z.object({ username: z.string() })
export type User = z.output<typeof User>
