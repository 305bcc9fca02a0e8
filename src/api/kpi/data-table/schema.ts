import * as z from 'zod/mini'

/** Odd values count as not said. */
const orElse = z.catch

/**
 * How a project's table is set up, in the asset's `settings["data-table"]`. The server's own front end reads and writes
 * it, too; what it keeps besides stays as it is (NOTES, Further tried).
 */
export const TableSettings = z.looseObject({
  /** Columns by the names that KPI gives them; `null` or none for all. */
  'selected-columns': orElse(z.optional(z.nullable(z.array(z.string()))), null),
  'frozen-column': orElse(z.optional(z.nullable(z.string())), null),
  /** Index of a language; -1 for XML values. */
  'translation-index': orElse(z.optional(z.nullable(z.number())), null),
  /** `value`: `ASCENDING` or `DESCENDING`. Former versions of this app wrote `asc` and `desc`. */
  'sort-by': orElse(z.optional(z.nullable(z.object({ fieldId: z.string(), value: z.string() }))), null),
})
export type TableSettings = z.output<typeof TableSettings>

/** As it stands in an asset; empty where there is none, or nothing that makes sense. */
export function tableSettingsOf({ 'data-table': raw }: { 'data-table'?: unknown }): TableSettings {
  const { data } = TableSettings.safeParse(raw ?? {})
  return data ?? {}
}

/** Whether a table is sorted from the last to the first. KPI's own front end reads any other value as ascending. */
export const isDescending = (value: string) => value === 'DESCENDING' || value === 'desc'
