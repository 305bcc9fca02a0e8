import * as z from 'zod/mini'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { optional } from '#/api/lenient.ts'

/** `deployment/` after each change [0506]: carries the asset as it is now. */
export const Deployment = z.object({
  active: optional(z.boolean()),
  version_id: optional(z.string()),
  asset: Asset,
})
