import * as z from 'zod/mini'

/** Usage of an account or organization [0140, 0143]. */
export const ServiceUsage = z.object({
  total_storage_bytes: z.number(),
  total_submission_count: z.object({ all_time: z.number(), current_period: z.number() }),
  current_period_start: z.string(),
  current_period_end: z.string(),
  last_updated: z.string(),
  /** Remaining amounts of the plan; `null` if unlimited. */
  balances: z.record(z.string(), z.unknown()),
})

/** Usage of a project [0141, 0144]. */
export const AssetUsage = z.object({
  asset: z.string(),
  asset__name: z.string(),
  storage_bytes: z.number(),
  submission_count_current_period: z.number(),
  submission_count_all_time: z.number(),
})
