import * as z from 'zod/mini'
import { listOf } from './pagination.ts'

/** A field that the app can do without: `otherwise` stands for what is absent, null, or of another type. */
export const lenient = z.catch

/** A field that counts as absent where the server sends null or another type. */
export const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined)

/** A field that is null where the server sends nothing or another type. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.nullable(schema), null)

/** A list that the app can do without: items that cannot be read are left out; what is no list is an empty one. */
export const lenientList = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.catch(listOf(item), { results: [], unreadable: [] }),
    z.transform(({ results }): z.output<Item>[] => results),
  )
