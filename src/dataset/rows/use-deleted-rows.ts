import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

/** How many submissions an answer told of. */
export interface CountRead {
  /** Tells the result from others: their counts have nothing to do with each other. */
  name: string
  count: number
  /** When it was read, in milliseconds since 1970. */
  at: number
}

export interface DeletedRowsState extends CountRead {
  /** How many have gone since the result was looked at first. */
  gone: number
}

/** What is known after another answer. `wroteAt`: when this page itself last changed anything: that is no news. */
export function seenAfter(before: DeletedRowsState | null, read: CountRead, wroteAt: number): DeletedRowsState {
  if (before?.name !== read.name) return { ...read, gone: 0 }
  if (read.at <= before.at) return before // an older answer, shown again
  const isOurs = wroteAt >= before.at
  return { ...read, gone: before.gone + (isOurs ? 0 : Math.max(0, before.count - read.count)) }
}

/** How many of the rows that were looked at went meanwhile, by somebody else's doing. `read`: the answer shown. */
export function useDeletedRows(read: CountRead | null) {
  const client = useQueryClient()
  const [seen, setSeen] = useState<DeletedRowsState | null>(null)
  const wroteAt = useRef(0)
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type }) => {
        if (type === 'updated') wroteAt.current = Date.now()
      }),
    [client],
  )

  const { name, count, at } = read ?? { name: null, count: 0, at: 0 }
  useEffect(() => {
    if (name === null) return
    const lastWrite = client.isMutating() > 0 ? at : wroteAt.current
    setSeen((before) => seenAfter(before, { name, count, at }, lastWrite))
  }, [client, name, count, at])

  return {
    gone: seen?.name === name ? seen.gone : 0,
    /** It was heard. */
    forget: () => setSeen((before) => before && { ...before, gone: 0 }),
  }
}
