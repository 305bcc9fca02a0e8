import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** Counts of the answers to each question [0359, 1331]. */
export const Report = z.object({
  count: z.number(),
  list: z.array(
    z.object({
      name: z.string(),
      row: z.looseObject({ type: z.string() }),
      data: z.looseObject({
        total_count: z.number(),
        provided: z.number(),
        not_provided: z.number(),
        /** These three arrays have the same order; absent if there are no answers to count. */
        responses: optional(z.array(z.unknown())),
        frequencies: optional(z.array(z.number())),
        percentages: optional(z.array(z.number())),
      }),
    }),
  ),
})
