import { createContext } from 'react'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'

/** How the table is sorted, and how it is sorted otherwise. */
export interface Sorting {
  sort: SubmissionSort | null
  onSort: (sort: SubmissionSort | null) => void
}

export const SortingContext = createContext<Sorting>({ sort: null, onSort: () => {} })
