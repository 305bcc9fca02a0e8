import { createContext, useContext } from 'react'

/** The address of a submission's own page, with the view that is on screen. */
export type SubmissionHref = (id: number) => string

const HrefContext = createContext<SubmissionHref | null>(null)
export const SubmissionHrefProvider = HrefContext

/** `null` where submissions have no page of their own. */
export const useSubmissionHref = () => useContext(HrefContext)

/** The state of a history entry of a submission's own page. */
export interface SubmissionEntryState {
  /** The `_id`s of the rows of the table, in its order, when the page was opened from there. */
  ids: readonly number[]
}
