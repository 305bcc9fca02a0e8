import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** URL of a submission in the web form, for viewing or editing [0860, 0861]. */
export const EnketoLink = z.object({ url: z.string(), version_uid: optional(z.string()) })
