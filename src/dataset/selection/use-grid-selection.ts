import { useMemo } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { GridSelection, SelectionState } from '#/ui/grid/grid-types.ts'
import { type Selection, useSelection } from './selection.ts'

/** The selection as the ticks of the rows that are there. */
export function useGridSelection(rows: readonly Submission[]): GridSelection<Submission> {
  const selection = useSelection()
  return useMemo(
    () => ({
      all: rows,
      state: stateOf(rows, selection),
      has: ({ _id }) => selection.has(_id),
      set: (these, isTicked) => {
        // One left out of "all that match" leaves those that are in sight: the others cannot be named.
        const left = new Set(these)
        const kept = selection.isAll && !isTicked ? rows.filter((row) => !left.has(row)) : null
        selection.set(
          (kept ?? these).map(({ _id }) => _id),
          kept !== null || isTicked,
        )
      },
    }),
    [selection, rows],
  )
}

function stateOf(rows: readonly Submission[], { ids, isAll, has }: Selection): SelectionState {
  if (isAll) return 'all'
  if (ids.size === 0 || !rows.some(({ _id }) => has(_id))) return 'none'
  return rows.every(({ _id }) => has(_id)) ? 'all' : 'some'
}
