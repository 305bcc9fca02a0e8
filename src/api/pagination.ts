import * as z from 'zod/mini'

/** KPI's envelope around every list. `next` and `previous` are left out: we page by `start` and `limit`. */
export const Page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    /** Size of the whole list, not of this page. */
    count: z.number(),
    results: z.array(item),
  })

export type Page<Item> = { count: number; results: Item[] }
