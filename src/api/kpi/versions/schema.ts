import * as z from 'zod/mini'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { optional, orNull } from '#/api/lenient.ts'

/** A saved state of a form, in `versions/` and in the asset's `deployed_versions` [0361]. */
export const Version = z.object({
  uid: z.string(),
  content_hash: z.string(),
  /** ISO 8601 with `Z`; KPI sends `false` where never deployed [0538]. */
  date_deployed: orNull(z.string()),
  /** "2"; saved but not deployed "2.1"; of a draft "0.7". */
  version_number: optional(z.string()),
})
export type Version = z.output<typeof Version>

/** One of them with its form [0362]. */
export const VersionDetail = z.object({ ...Version.shape, content: FormContent })
