import { createContext } from 'react'
import type { RowSort } from '#/dataset/query/query.ts'

/** The sort order of the table. */
export interface Sorting {
  sort: RowSort | null
  onSortChange: (sort: RowSort | null) => void
}

export const SortingContext = createContext<Sorting>({ sort: null, onSortChange: () => {} })
