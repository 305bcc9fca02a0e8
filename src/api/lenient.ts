import * as z from 'zod/mini'

/** A field with a default for values that are absent, null or of another type. */
export const lenient = z.catch

/** A field that is `undefined` if the server sends null or another type. */
export const optional = <Schema extends z.ZodMiniType>(schema: Schema) => lenient(z.optional(schema), undefined)

/** A field that is `null` if it is absent or of another type. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => lenient(z.nullable(schema), null)
