import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** An entry of a project's activity log [0363]; `metadata` depends on the action. */
export const HistoryEntry = z.object({
  action: z.string(),
  username: z.nullable(z.string()),
  date_created: z.string(),
  metadata: z.looseObject({ source: optional(z.string()), ip_address: optional(z.nullable(z.string())) }),
})

/** The actions that occur in a project's activity log [0364]. */
export const HistoryActions = z.object({ actions: z.array(z.string()) })
