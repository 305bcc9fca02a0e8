import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** Where a submission opens in the web form, for looking or editing [0860, 0861]. */
export const EnketoLink = z.object({ url: z.string(), version_uid: optional(z.string()) })
