import * as z from 'zod/mini'

/** A language that KPI knows for transcripts and translations [0134]. */
export const KpiLanguage = z.object({ name: z.string(), code: z.string(), featured: z.boolean() })

/** A language with its regional variants [1341]. */
export const LanguageDetail = z.object({
  ...KpiLanguage.shape,
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
})
