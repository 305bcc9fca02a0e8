import * as z from 'zod/mini'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { optional } from '#/api/lenient.ts'

/** The response of `deployment/` to each change [0506], with the current asset. */
export const Deployment = z.object({
  active: optional(z.boolean()),
  version_id: optional(z.string()),
  asset: Asset,
})
