import { createContext } from 'react'
import type { SubmissionSort } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import type { SubmissionColumn } from './columns.ts'

/** How the table is sorted, and how it is sorted otherwise. */
export interface Sorting {
  sort: SubmissionSort | null
  onSort: (sort: SubmissionSort | null) => void
}

export const SortingContext = createContext<Sorting>({ sort: null, onSort: () => {} })

const UNSORTED = new Set<SubmissionColumn['kind']>(['repeat', 'shape', 'photo', 'audio', 'video', 'file'])

export const isSortable = ({ kind }: SubmissionColumn) => !UNSORTED.has(kind)

/** By which key of a submission a column is sorted. */
export const sortKey = ({ id, kind }: SubmissionColumn) => (kind === 'status' ? `${id}.uid` : id)

/** What the head of a column does next: one way, the other, and newest first again. */
export function nextSort(column: SubmissionColumn, sort: SubmissionSort | null): SubmissionSort | null {
  const field = sortKey(column)
  const first = column.kind === 'submitted' // the newest are looked for first
  if (sort?.field !== field) return { field, descending: first }
  return sort.descending === first ? { field, descending: !first } : null
}

/** As screen readers say it. */
export function ariaSort(column: SubmissionColumn, sort: SubmissionSort | null) {
  if (!isSortable(column)) return undefined
  if (sort?.field !== sortKey(column)) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

/** Numbers by their size, where the server sorts them as texts. What has none comes first, as there. */
export function byNumber(rows: readonly Submission[], { field, descending }: SubmissionSort): Submission[] {
  const sizeOf = (row: Submission) => {
    const answer = row[field]
    const number = typeof answer === 'string' ? Number.parseFloat(answer) : Number.NaN
    return Number.isNaN(number) ? Number.NEGATIVE_INFINITY : number
  }
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
  return rows.toSorted((a, b) => compare(sizeOf(a), sizeOf(b)) * (descending ? -1 : 1))
}
