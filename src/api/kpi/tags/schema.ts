import * as z from 'zod/mini'

/** A tag of one's own projects [0146]. */
export const Tag = z.object({ uid: z.string(), name: z.string() })
