import type { CanonicalRow } from './canonical-form.ts'
import type { RenameEvidence } from './difference.ts'
import type { KeyedRow } from './keyed-rows.ts'

/** Which rows of two forms are the same question or group. */
export interface RowPairs {
  beforeOf: ReadonlyMap<KeyedRow, KeyedRow>
  afterOf: ReadonlyMap<KeyedRow, KeyedRow>
  /** By the newer row, where the names differ. */
  evidence: ReadonlyMap<KeyedRow, RenameEvidence>
}

/** KPI's identifiers of rows (`$kuid`) by path. Its form builder keeps them when a question gets another name. */
export interface RowIdentifiers {
  before: ReadonlyMap<string, string>
  after: ReadonlyMap<string, string>
}

/**
 * Pairs rows by path, since answers are kept by path; then by name, for those that moved; then by identifier; then by
 * label, type and group, for those that were probably renamed.
 */
export function pairRows(
  before: readonly KeyedRow[],
  after: readonly KeyedRow[],
  identifiers: RowIdentifiers,
): RowPairs {
  const beforeOf = new Map<KeyedRow, KeyedRow>()
  const afterOf = new Map<KeyedRow, KeyedRow>()
  const evidence = new Map<KeyedRow, RenameEvidence>()
  const pair = (older: KeyedRow, newer: KeyedRow) => {
    beforeOf.set(newer, older)
    afterOf.set(older, newer)
  }
  const pairBy = (keyOf: (row: KeyedRow, form: 'before' | 'after') => string | undefined, by?: RenameEvidence) => {
    const candidates = Map.groupBy(
      before.filter((row) => !afterOf.has(row)),
      (row) => keyOf(row, 'before'),
    )
    for (const row of after) {
      if (beforeOf.has(row)) continue
      const key = keyOf(row, 'after')
      const older = key === undefined ? undefined : candidates.get(key)?.shift()
      if (!older) continue
      pair(older, row)
      if (by && older.row.name !== row.row.name) evidence.set(row, by)
    }
  }
  pairBy(({ key, isGroup }) => `${isGroup}:${key}`)
  pairBy(({ row, isGroup }) => `${isGroup}:${row.name}`)
  pairBy(({ key, isGroup, row }, form) => {
    const identifier = identifiers[form].get(key)
    return identifier && `${isGroup}:${typeOf(row)}:${identifier}`
  }, 'identifier')
  // Groups come before what is in them, so that a renamed group is known before its questions.
  const remaining = Map.groupBy(
    before.filter((row) => !afterOf.has(row)),
    ({ row }) => typeOf(row),
  )
  for (const newer of after) {
    if (beforeOf.has(newer)) continue
    const older = remaining
      .get(typeOf(newer.row))
      ?.find((row) => !afterOf.has(row) && isInSameGroup(row, newer, beforeOf) && looksLike(row, newer, beforeOf))
    if (!older) continue
    pair(older, newer)
    evidence.set(newer, 'label')
  }
  return { beforeOf, afterOf, evidence }
}

const typeOf = ({ cells }: CanonicalRow) => cells['type'] ?? ''

const isInSameGroup = (older: KeyedRow, newer: KeyedRow, beforeOf: RowPairs['beforeOf']) =>
  newer.parent ? beforeOf.get(newer.parent) === older.parent : older.parent === null

/** The same label; without labels the same calculation, or mostly the same questions in the group. */
function looksLike(older: KeyedRow, newer: KeyedRow, beforeOf: RowPairs['beforeOf']): boolean {
  const labels = Object.values(older.row.texts['label'] ?? {}).map(simplified)
  const newerLabels = Object.values(newer.row.texts['label'] ?? {}).map(simplified)
  if (labels.length > 0 || newerLabels.length > 0) return labels.some((label) => newerLabels.includes(label))
  if (newer.isGroup) {
    const { children } = older.row
    const same = [...beforeOf].filter(([row, from]) => row.parent === newer && from.parent === older).length
    return children.length > 0 && same * 2 > Math.max(children.length, newer.row.children.length)
  }
  const { calculation } = older.row.cells
  return calculation !== undefined && calculation === newer.row.cells['calculation']
}

const simplified = (label: string) => label.trim().replaceAll(/\s+/g, ' ').toLowerCase()
