import { createSafeContext } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'

/** Which submissions are to have something done to them. Kept over pages and sorting, given up with the filter. */
export interface Selection {
  /** Names the filter it was made under. */
  filter: string
  /** `_id`s, in the order in which they were chosen. */
  ids: ReadonlySet<number>
  /** All that the filter finds, also on other pages; `ids` is empty then. */
  isAll: boolean
  has: (id: number) => boolean
  /** Chooses these or leaves them out, besides those chosen before. */
  set: (ids: readonly number[], isChosen: boolean) => void
  chooseAll: () => void
  clear: () => void
}

interface Chosen {
  /** Names the filter it was made under. */
  filter: string
  ids: ReadonlySet<number>
  isAll: boolean
}

const NONE: ReadonlySet<number> = new Set()

/** `filter` names which rows there are: what was chosen under one is never acted on under another. */
export function useNewSelection(filter: string): Selection {
  const [chosen, setChosen] = useState<Chosen>({ filter, ids: NONE, isAll: false })
  if (chosen.filter !== filter) setChosen({ filter, ids: NONE, isAll: false })
  return useMemo(() => {
    const { ids, isAll } = chosen.filter === filter ? chosen : { ids: NONE, isAll: false }
    return {
      filter,
      ids,
      isAll,
      has: (id) => isAll || ids.has(id),
      set: (these, isChosen) =>
        setChosen((before) => {
          const known = before.filter === filter && !before.isAll ? before.ids : NONE
          const named = new Set(these)
          const others = [...known].filter((id) => !named.has(id))
          return { filter, ids: new Set(isChosen ? [...others, ...these] : others), isAll: false }
        }),
      chooseAll: () => setChosen({ filter, ids: NONE, isAll: true }),
      clear: () => setChosen({ filter, ids: NONE, isAll: false }),
    }
  }, [chosen, filter])
}

export const [SelectionProvider, useSelection] = createSafeContext<Selection>('No SelectionProvider around this')

/**
 * The selection for what depends on it, deferred: a checkbox is drawn first. What was selected under another filter is
 * gone at once.
 */
export function useDeferredSelection(): Selection {
  const selection = useSelection()
  const deferred = useDeferredValue(selection)
  return deferred.filter === selection.filter ? deferred : selection
}
