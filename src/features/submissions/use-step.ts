import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundRows } from './use-submission-rows.ts'
import { pageCount, type SubmissionsViewState } from './view-state.ts'

interface StepOptions {
  found: FoundRows
  view: SubmissionsViewState
  onView: (view: SubmissionsViewState, options: { replace: boolean }) => void
  onOpen: (id: number) => void
}

export type Step = (direction: -1 | 1) => (() => void) | undefined

/** From the submission in the panel to the one before or after it, over the edge of the page too. */
export function useStep({ found, view, onView, onOpen }: StepOptions): Step {
  const client = useQueryClient()
  const [isOnItsWay, setOnItsWay] = useState(false)
  const { rows, count, isPlaceholderData, pageAt } = found
  const index = rows.findIndex(({ _id }) => _id === view.submission)

  return (direction) => {
    if (index < 0) return undefined
    // The button stays, and with it the focus.
    if (isOnItsWay || isPlaceholderData) return () => {}
    const near = rows[index + direction]
    if (near) return () => onOpen(near._id)
    const page = view.page + direction
    if (count === null || page < 1 || page > pageCount(count, view.size)) return undefined
    return () => {
      setOnItsWay(true)
      void client
        .query({ ...pageAt(page), staleTime: 'static' })
        .then(
          ({ results }) => results.at(direction === 1 ? 0 : -1)?._id ?? null,
          () => null, // the page itself tells why
        )
        .then((id) => onView({ ...view, page, submission: id ?? view.submission }, { replace: id !== null }))
        .finally(() => setOnItsWay(false))
    }
  }
}
