import * as z from 'zod/mini'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { optional, orNull } from '#/api/lenient.ts'

/** A version of a form, in `versions/` and in the asset's `deployed_versions` [0361]. */
export const Version = z.object({
  uid: z.string(),
  content_hash: z.string(),
  /** ISO 8601 with `Z`; KPI sends `false` if it was never deployed [0538]. */
  date_deployed: orNull(z.string()),
  /** "2" if deployed, "2.1" if only saved, "0.7" for a draft. */
  version_number: optional(z.string()),
})
export type Version = z.output<typeof Version>

/** A version with its form [0362]. */
export const VersionDetail = z.object({ ...Version.shape, content: FormContent })
