import * as z from 'zod/mini'

/** An item of a list that does not match our schema. */
export class Unreadable {
  /** The item's id on the server; `null` if that is unreadable, too. */
  readonly id: string | null
  /** As the server sent it, for a bug report. */
  readonly raw: unknown
  /** The issues. */
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
  /** Must be shown with the others, so that no item is missing unnoticed. */
  unreadable: Unreadable[]
}

/** Parses a list item by item, so that one unreadable item does not affect the others. */
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

/** A page of a list. `next` and `previous` are left out, because we use `start` and `limit`. */
export const Page = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.object({
      /** Number of items in all pages. */
      count: z.number(),
      results: listOf(item),
    }),
    z.transform(({ count, results }): Page<z.output<Item>> => ({ count, ...results })),
  )

export type Page<Item> = Items<Item> & { count: number }
