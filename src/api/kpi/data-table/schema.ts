import * as z from 'zod/mini'
import { lenient } from '#/api/lenient.ts'

/**
 * The table settings of a project, in the asset's `settings["data-table"]`. KPI's own front end reads and writes them, too;
 * its other keys are kept (NOTES, Further tried).
 */
export const TableSettings = z.looseObject({
  /** Columns by KPI's names; `null` or an empty list for all. */
  'selected-columns': lenient(z.optional(z.nullable(z.array(z.string()))), null),
  'frozen-column': lenient(z.optional(z.nullable(z.string())), null),
  /** Index of a language; -1 for XML values. */
  'translation-index': lenient(z.optional(z.nullable(z.number())), null),
  /** `value`: `ASCENDING` or `DESCENDING`. Former versions of this app wrote `asc` and `desc`. */
  'sort-by': lenient(z.optional(z.nullable(z.object({ fieldId: z.string(), value: z.string() }))), null),
})
export type TableSettings = z.output<typeof TableSettings>

/** Parses the table settings of an asset; empty if they are absent or invalid. */
export function tableSettingsOf({ 'data-table': raw }: { 'data-table'?: unknown }): TableSettings {
  const { data } = TableSettings.safeParse(raw ?? {})
  return data ?? {}
}

/** Whether a `sort-by` value means descending. KPI's own front end treats any other value as ascending. */
export const isDescending = (value: string) => value === 'DESCENDING' || value === 'desc'
