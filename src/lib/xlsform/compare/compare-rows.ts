import { changedCells } from './compare-cells.ts'
import type { ComparedRow, Difference, Position } from './difference.ts'
import { type KeyedRow, placeOf } from './keyed-rows.ts'
import { longestIncreasing } from './longest-increasing.ts'
import type { RowPairs } from './pair-rows.ts'

/** A difference, and where it belongs in the order of the newer form. */
export interface PlacedDifference {
  order: number
  difference: Difference
}

export interface RowsToCompare {
  before: readonly KeyedRow[]
  after: readonly KeyedRow[]
  pairs: RowPairs
  languages: { before: readonly string[]; after: readonly string[] }
}

/** Rows of the older form are identified by their key there, added ones by that in the newer form. */
export const idOfBefore = ({ key }: KeyedRow) => `before:${key}`
const idOfAdded = ({ key }: KeyedRow) => `added:${key}`

const TYPE_COLUMNS = new Set(['type', 'file', '_or_other'])
const LOGIC_COLUMNS =
  /^(relevant|constraint|calculation|choice_filter|required|read_only|repeat_count|default|trigger|parameters|bind::.*|control::.*)$/

/** The older and the newer place of a row that is in one of the forms or in both. */
export function comparedRow(
  older: KeyedRow | undefined,
  newer: KeyedRow | undefined,
  languages: RowsToCompare['languages'],
): ComparedRow {
  return {
    id: older ? idOfBefore(older) : newer ? idOfAdded(newer) : '',
    isGroup: (newer ?? older)?.isGroup ?? false,
    ...(older && { before: placeOf(older, languages.before) }),
    ...(newer && { after: placeOf(newer, languages.after) }),
  }
}

/** What differs in the questions and groups, except for their texts. */
export function compareRows({ before, after, pairs, languages }: RowsToCompare): PlacedDifference[] {
  const differences: PlacedDifference[] = []
  const positions = changedPositions(after, pairs)
  for (const newer of after) {
    const older = pairs.beforeOf.get(newer)
    const position = positions.get(newer)
    const add = (difference: Difference) => differences.push({ order: newer.index, difference })
    if (!older) {
      const { name, cells, texts } = newer.row
      const row = comparedRow(undefined, newer, languages)
      add({ kind: 'added', row, position: position ?? { parent: null, after: null }, content: { name, cells, texts } })
      continue
    }
    const changes = changedCells(older.row.cells, newer.row.cells)
    if (older.row.name === newer.row.name && !position && changes.length === 0) continue
    const row = comparedRow(older, newer, languages)
    if (older.row.name !== newer.row.name) {
      add({ kind: 'renamed', row, evidence: pairs.evidence.get(newer) ?? 'label' })
    }
    if (position) add({ kind: 'moved', row, position })
    for (const change of changes) add({ kind: kindOf(change.column), row, ...change })
  }
  let order = -0.5
  for (const older of before) {
    const newer = pairs.afterOf.get(older)
    if (newer) order = newer.index + 0.5
    else differences.push({ order, difference: { kind: 'removed', row: comparedRow(older, undefined, languages) } })
  }
  return differences
}

function kindOf(column: string): 'type' | 'list' | 'logic' | 'display' {
  if (TYPE_COLUMNS.has(column)) return 'type'
  if (column === 'select_from_list_name') return 'list'
  return LOGIC_COLUMNS.test(column) ? 'logic' : 'display'
}

/** The new positions of added rows, of rows that came from another group, and of as few others as possible. */
function changedPositions(after: readonly KeyedRow[], { beforeOf }: RowPairs): Map<KeyedRow, Position> {
  const positions = new Map<KeyedRow, Position>()
  const idOf = (row: KeyedRow) => idOfBefore(beforeOf.get(row) ?? row)
  const idIn = (row: KeyedRow) => (beforeOf.has(row) ? idOf(row) : idOfAdded(row))
  for (const [parent, siblings] of Map.groupBy(after, (row) => row.parent)) {
    const parentBefore = parent && beforeOf.get(parent)
    const stayed = siblings.filter((row) => {
      const older = beforeOf.get(row)
      return older !== undefined && parentBefore !== undefined && older.parent === parentBefore
    })
    const inOrder = longestIncreasing(stayed.map((row) => beforeOf.get(row)?.index ?? 0))
    const unmoved = new Set(stayed.filter((_row, index) => inOrder.has(index)))
    for (const [index, row] of siblings.entries()) {
      const previous = siblings[index - 1]
      if (unmoved.has(row)) continue
      positions.set(row, { parent: parent ? idIn(parent) : null, after: previous ? idIn(previous) : null })
    }
  }
  return positions
}
