import { createSafeContext } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'

/** The selected rows. Kept on other pages and in another order, cleared when the filter changes. */
export interface Selection {
  /** Identifies the filter under which rows were selected. */
  filter: string
  /** Keys in the order of selection. */
  ids: ReadonlySet<number>
  /** Whether all rows that match the filter are selected, also on other pages; then `ids` is empty. */
  isAll: boolean
  has: (id: number) => boolean
  /** Selects or deselects these rows; the others stay as they are. */
  set: (ids: readonly number[], isSelected: boolean) => void
  selectAll: () => void
  clear: () => void
}

interface Selected {
  filter: string
  ids: ReadonlySet<number>
  isAll: boolean
}

const NONE: ReadonlySet<number> = new Set()

/** Creates a selection. `filter` identifies the dataset and its filter: another one has an empty selection. */
export function useNewSelection(filter: string): Selection {
  const [selected, setSelected] = useState<Selected>({ filter, ids: NONE, isAll: false })
  if (selected.filter !== filter) setSelected({ filter, ids: NONE, isAll: false })
  return useMemo(() => {
    const { ids, isAll } = selected.filter === filter ? selected : { ids: NONE, isAll: false }
    return {
      filter,
      ids,
      isAll,
      has: (id) => isAll || ids.has(id),
      set: (changed, isSelected) =>
        setSelected((previous) => {
          const known = previous.filter === filter && !previous.isAll ? previous.ids : NONE
          const changedIds = new Set(changed)
          const others = [...known].filter((id) => !changedIds.has(id))
          return { filter, ids: new Set(isSelected ? [...others, ...changed] : others), isAll: false }
        }),
      selectAll: () => setSelected({ filter, ids: NONE, isAll: true }),
      clear: () => setSelected({ filter, ids: NONE, isAll: false }),
    }
  }, [selected, filter])
}

export const [SelectionProvider, useSelection] = createSafeContext<Selection>('No SelectionProvider around this')

/**
 * The selection with `useDeferredValue`, so that checkboxes render first. Not deferred when the filter changes: rows of
 * another filter must not stay selected.
 */
export function useDeferredSelection(): Selection {
  const selection = useSelection()
  const deferred = useDeferredValue(selection)
  return deferred.filter === selection.filter ? deferred : selection
}
