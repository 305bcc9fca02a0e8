import * as z from 'zod/mini'

/** An item of a list that is not what our schema promises: the others are shown, and it is named. */
export class Unreadable {
  /** What the server calls it; `null` where not even that can be read. */
  readonly id: string | null
  /** As it came, for a report. */
  readonly raw: unknown
  /** What differs. */
  readonly cause: z.core.$ZodError | undefined

  constructor(raw: unknown, cause?: z.core.$ZodError) {
    this.raw = raw
    this.cause = cause
    this.id = idOf(raw)
  }
}

function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { uid, _id, url } = raw as Record<string, unknown>
  const id = uid ?? _id ?? (typeof url === 'string' ? url.split('/').findLast(Boolean) : null)
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

export interface Items<Item> {
  results: Item[]
  /** To be shown beside the others; never left out in silence. */
  unreadable: Unreadable[]
}

/** A list, read item by item: one odd item never takes down the rest. */
export const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((all): Items<z.output<Item>> => {
      const list: Items<z.output<Item>> = { results: [], unreadable: [] }
      for (const raw of all) {
        const { success, data, error } = item.safeParse(raw)
        if (success) list.results.push(data)
        else list.unreadable.push(new Unreadable(raw, error))
      }
      return list
    }),
  )

/** KPI's envelope around every list. `next` and `previous` are left out: we page by `start` and `limit`. */
export const Page = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.object({
      /** Size of the whole list, not of this page. */
      count: z.number(),
      results: listOf(item),
    }),
    z.transform(({ count, results }): Page<z.output<Item>> => ({ count, ...results })),
  )

export type Page<Item> = Items<Item> & { count: number }
