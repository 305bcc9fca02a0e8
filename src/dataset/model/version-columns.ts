import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { AnswerColumn, ColumnSection, UnknownColumn } from './columns.ts'
import { isSystemKey } from './system-keys.ts'

const OLDER: ColumnSection = { key: '#older', kind: 'older', groups: [] }
const UNKNOWN: ColumnSection = { key: '#unknown', kind: 'unknown', groups: [] }

/** Columns for keys that stand in these submissions but not in the form: from older versions of it. */
export function unknownColumns(known: readonly AnswerColumn[], rows: readonly Submission[]): UnknownColumn[] {
  const seen = new Set(known.map(({ id }) => id))
  const unknown: UnknownColumn[] = []
  for (const row of rows) {
    for (const id in row) {
      if (seen.has(id)) continue
      seen.add(id)
      if (isSystemKey(id)) continue
      unknown.push({ id, section: UNKNOWN, source: 'unknown', kind: Array.isArray(row[id]) ? 'repeat' : 'text' })
    }
  }
  return unknown
}

/**
 * What older forms, the newest first, say of keys that the current one does not know: in their order, and the first that
 * knows a key has the say. The rest stays as it is.
 */
export function versionColumns(
  unknown: readonly UnknownColumn[],
  forms: readonly (readonly AnswerColumn[])[],
): AnswerColumn[] {
  const untold = new Map(unknown.map((column) => [column.id, column]))
  const told = forms
    .flat()
    .flatMap((column): AnswerColumn[] =>
      untold.delete(column.id) ? [{ ...column, section: OLDER, isOlder: true }] : [],
    )
  return [...told, ...untold.values()]
}

/** What older forms, the newest first, asked besides what is known. */
export function formerColumns(
  known: readonly AnswerColumn[],
  forms: readonly (readonly AnswerColumn[])[],
): AnswerColumn[] {
  const seen = new Set(known.map(({ id }) => id))
  return forms.flat().flatMap((column): AnswerColumn[] => {
    if (seen.has(column.id)) return []
    seen.add(column.id)
    return [{ ...column, section: OLDER, isOlder: true }]
  })
}
