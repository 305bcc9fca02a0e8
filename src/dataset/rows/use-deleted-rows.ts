import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

/** How many rows matched, as one response said. */
export interface LoadedCount {
  /** Tells one result from another: their counts have nothing to do with each other. */
  resultKey: string
  count: number
  /** When it was loaded, in milliseconds since 1970. */
  at: number
}

export interface DeletedRowsState extends LoadedCount {
  /** How many rows were deleted since the result was first shown. */
  deleted: number
}

/** The state after another response. `wroteAt`: when this page itself changed anything: that is not reported. */
export function nextDeletedRows(
  before: DeletedRowsState | null,
  loaded: LoadedCount,
  wroteAt: number,
): DeletedRowsState {
  if (before?.resultKey !== loaded.resultKey) return { ...loaded, deleted: 0 }
  if (loaded.at <= before.at) return before // an older response, shown again
  const isOwn = wroteAt >= before.at
  return { ...loaded, deleted: before.deleted + (isOwn ? 0 : Math.max(0, before.count - loaded.count)) }
}

/** How many of the rows were deleted by others while they are shown. `loaded`: the response that is shown. */
export function useDeletedRows(loaded: LoadedCount | null) {
  const client = useQueryClient()
  const [state, setState] = useState<DeletedRowsState | null>(null)
  const wroteAt = useRef(0)
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type }) => {
        if (type === 'updated') wroteAt.current = Date.now()
      }),
    [client],
  )

  const { resultKey, count, at } = loaded ?? { resultKey: null, count: 0, at: 0 }
  useEffect(() => {
    if (resultKey === null) return
    const lastWrite = client.isMutating() > 0 ? at : wroteAt.current
    setState((before) => nextDeletedRows(before, { resultKey, count, at }, lastWrite))
  }, [client, resultKey, count, at])

  return {
    deleted: state?.resultKey === resultKey ? state.deleted : 0,
    dismiss: () => setState((before) => before && { ...before, deleted: 0 }),
  }
}
