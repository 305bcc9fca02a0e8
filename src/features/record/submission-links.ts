import { createContext, useContext } from 'react'

/** The address of a submission's own page, in the view that is on screen. */
export type SubmissionHref = (id: number) => string

const HrefContext = createContext<SubmissionHref | null>(null)
export const SubmissionHrefProvider = HrefContext

/** `null` where there are no such pages. */
export const useSubmissionHref = () => useContext(HrefContext)

/** In the history's entry of a submission's own page: the rows as they stood in the table. */
export interface SubmissionEntryState {
  ids: readonly number[]
}
