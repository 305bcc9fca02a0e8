export const PAGE_SIZES = [30, 100, 500, 1000] as const

export type PageSize = (typeof PAGE_SIZES)[number]

export interface SubmissionSort {
  /** Key of the answer. The server compares texts: 10 comes before 9 [0711]. */
  field: string
  descending: boolean
}
