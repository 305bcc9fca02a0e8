import * as z from 'zod/mini'
import { lenient } from '#/api/lenient.ts'

/** One project of an invite. `error` says why it was not handed over. */
const Transfer = z.object({
  asset: z.string(),
  asset__name: z.string(),
  status: z.string(),
  error: z.optional(z.unknown()),
})

/**
 * An invite to take over projects [1360]. `status` goes from `pending` to `declined`, `cancelled`, or through `in_progress` to
 * `complete` [1363, 2316, 2318]; `transfers` may be empty, where the projects are gone [2320].
 */
export const OwnershipInvite = z.object({
  url: z.string(),
  sender: z.string(),
  recipient: z.string(),
  status: z.string(),
  date_created: lenient(z.string(), ''),
  transfers: z.array(Transfer),
})
export type OwnershipInvite = z.output<typeof OwnershipInvite>
