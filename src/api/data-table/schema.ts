import * as z from 'zod/mini'

/** Odd values count as not said. */
const orElse = z.catch

/**
 * How a project's table is set up, in the asset's `settings["data-table"]`. The server's own front end reads and writes
 * it, too; what it keeps besides stays as it is.
 */
export const DataTable = z.looseObject({
  /** Keys of the answers, in their order; `null` for all. */
  'selected-columns': orElse(z.optional(z.nullable(z.array(z.string()))), null),
  'frozen-column': orElse(z.optional(z.nullable(z.string())), null),
  /** Index of a language; -1 for XML values. */
  'translation-index': orElse(z.optional(z.nullable(z.number())), null),
  'sort-by': orElse(z.optional(z.nullable(z.object({ fieldId: z.string(), value: z.enum(['asc', 'desc']) }))), null),
})
export type DataTable = z.output<typeof DataTable>

/** As it stands in an asset; empty where there is none, or nothing that makes sense. */
export function dataTableOf({ 'data-table': raw }: { 'data-table'?: unknown }): DataTable {
  const { data } = DataTable.safeParse(raw ?? {})
  return data ?? {}
}
