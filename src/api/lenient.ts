import * as z from 'zod/mini'

/** A field that the app can do without: `otherwise` stands for what is absent, null, or of another type. */
export const lenient = z.catch

/** A field that counts as absent where the server sends null or another type. */
export const optional = <Schema extends z.ZodMiniType>(schema: Schema) => lenient(z.optional(schema), undefined)

/** A field that is null where the server sends nothing or another type. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => lenient(z.nullable(schema), null)
