import * as z from 'zod/mini'

/** An offer to hand projects over [1360]; goes from `pending` through `in_progress` to `complete` [1363]. */
export const OwnershipInvite = z.object({
  url: z.string(),
  sender: z.string(),
  recipient: z.string(),
  status: z.string(),
  date_created: z.string(),
  transfers: z.array(z.object({ asset: z.string(), asset__name: z.string(), status: z.string(), error: z.unknown() })),
})
