import { useMemo } from 'react'
import type { Row } from '#/dataset/model/row.ts'
import type { GridSelection, SelectionState } from '#/ui/grid/grid-types.ts'
import { type Selection, useSelection } from './selection.ts'

/** The selection for the grid's checkboxes of the loaded rows. */
export function useGridSelection(rows: readonly Row[]): GridSelection<Row> {
  const selection = useSelection()
  return useMemo(
    () => ({
      all: rows,
      state: stateOf(rows, selection),
      has: ({ _id }) => selection.has(_id),
      set: (changed, isSelected) => {
        // Deselecting a row while all are selected keeps only the loaded rows: the keys of the others are not known.
        const deselected = new Set(changed)
        const kept = selection.isAll && !isSelected ? rows.filter((row) => !deselected.has(row)) : null
        selection.set(
          (kept ?? changed).map(({ _id }) => _id),
          kept !== null || isSelected,
        )
      },
    }),
    [selection, rows],
  )
}

function stateOf(rows: readonly Row[], { ids, isAll, has }: Selection): SelectionState {
  if (isAll) return 'all'
  if (ids.size === 0 || !rows.some(({ _id }) => has(_id))) return 'none'
  return rows.every(({ _id }) => has(_id)) ? 'all' : 'some'
}
