import type { AnswerColumn, ColumnSection, UnknownColumn } from './columns.ts'
import type { Row } from './row.ts'
import { isSystemKey } from './system-keys.ts'

const OLDER: ColumnSection = { key: '#older', kind: 'older', groups: [] }
const UNKNOWN: ColumnSection = { key: '#unknown', kind: 'unknown', groups: [] }

/** Columns for keys of these rows that the form does not have. They come from older versions of it. */
export function unknownColumns(known: readonly AnswerColumn[], rows: readonly Row[]): UnknownColumn[] {
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
 * Replaces unknown columns with those of older forms, newest first. The first form that has a key decides. Columns that no
 * form has are kept at the end.
 */
export function versionColumns(
  unknown: readonly UnknownColumn[],
  forms: readonly (readonly AnswerColumn[])[],
): AnswerColumn[] {
  const unresolved = new Map(unknown.map((column) => [column.id, column]))
  const resolved = forms
    .flat()
    .flatMap((column): AnswerColumn[] =>
      unresolved.delete(column.id) ? [{ ...column, section: OLDER, isOlder: true }] : [],
    )
  return [...resolved, ...unresolved.values()]
}

/** The columns of older forms, newest first, that are not known yet; each id once. */
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
