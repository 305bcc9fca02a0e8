import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upToId } from '#/api/kpi/submissions/queries.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'
import { placed } from '#/dataset/rows/sparse-rows.ts'
import type { LoadedRowsState } from '#/dataset/rows/use-rows.ts'
import { useRowIndex } from './use-row-index.ts'

interface StepOptions {
  assetUid: string
  found: LoadedRowsState
  view: SubmissionsViewState
  onView: (view: SubmissionsViewState, options: { replace: boolean }) => void
  onOpen: (id: number) => void
}

export type Step = (direction: -1 | 1) => (() => void) | undefined

/** From the submission in the panel to the one before or after it: over the edge of the page, and of what is loaded. */
export function useAdjacentRows({ assetUid, found, view, onView, onOpen }: StepOptions): Step {
  const client = useQueryClient()
  const [isOnItsWay, setOnItsWay] = useState(false)
  const { rows, places, count, isPlaceholderData, pageAt, pageSize, hold, wanted, upTo, trueOrder } = found
  const { page, scrolls, submission, sort } = view
  const all = placed(rows, places)
  const place = all.placeOf(({ _id }) => _id === submission)
  const above = scrolls ? 0 : (page - 1) * pageSize
  // Opened by its address alone, it may stand beyond what is loaded.
  const isBeyond =
    place < 0 && count !== null && upTo !== null && !isPlaceholderData && trueOrder.state.stage !== 'sorted'
  const beyond = useRowIndex(assetUid, { id: isBeyond ? submission : null, query: upToId(wanted, upTo), sort })
  const index = place < 0 ? beyond : above + place

  return (direction) => {
    if (index === null || count === null) return undefined
    // The button stays, and with it the focus.
    if (isOnItsWay || isPlaceholderData) return () => {}
    const near = place < 0 ? undefined : all.at(place + direction)
    if (near) return () => onOpen(near._id)
    const target = index + direction
    if (target < 0 || target >= count) return undefined
    const at = Math.floor(target / pageSize)
    return () => {
      setOnItsWay(true)
      void client
        .query({ ...pageAt(at + 1), staleTime: 'static' })
        .then(
          ({ results }) => results[target - at * pageSize]?._id ?? null,
          () => null, // the page itself tells why
        )
        .then((id) => {
          if (!scrolls) onView({ ...view, page: at + 1, submission: id ?? submission }, { replace: id !== null })
          else if (id !== null) {
            hold(id, at)
            onOpen(id)
          }
        })
        .finally(() => setOnItsWay(false))
    }
  }
}
