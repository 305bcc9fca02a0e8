import * as z from 'zod/mini'

/** A tag of the account's projects [0146]. */
export const Tag = z.object({ uid: z.string(), name: z.string() })
