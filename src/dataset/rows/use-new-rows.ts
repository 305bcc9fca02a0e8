import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DatasetState, SourceQuery } from '#/dataset/sources/source.ts'
import { type Arrivals, nextArrivals } from './arrivals.ts'
import type { DatasetRows } from './use-rows.ts'

/** Milliseconds. Also refetched when the tab gets the focus, and when another tab of ours changed something. */
const INTERVAL = 60_000

const NO_STATE: SourceQuery<DatasetState> = { queryKey: ['no-state'], queryFn: skipToken }

/**
 * How many rows arrived after the snapshot. None of them is shown by itself. The state of the dataset is polled, not its
 * rows; where it says that others deleted some, the rows that are shown are refetched.
 */
export function useNewRows({ source, result, load }: Pick<DatasetRows, 'source' | 'result' | 'load'>): number {
  const client = useQueryClient()
  const wroteAt = useRef(0)
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type }) => {
        if (type === 'updated') wroteAt.current = Date.now()
      }),
    [client],
  )
  const [arrivals, setArrivals] = useState<Arrivals | null>(null)
  const { filter, snapshot, generation, isSettled, isFiltered } = result
  const { data: state } = useQuery({
    ...(source.state?.(client) ?? NO_STATE),
    enabled: source.can.snapshot && isSettled,
    refetchInterval: INTERVAL,
    refetchOnWindowFocus: 'always',
    retry: false,
    meta: { showsError: true }, // nobody waits for it
  })

  const resultKey = JSON.stringify([source.id, filter, generation])
  const current = arrivals?.resultKey === resultKey ? arrivals : null
  const listedAt = current?.listedAt?.readAt ?? null
  const newest = source.newest({ filter, after: snapshot })
  const { data: list } = useQuery({
    ...newest,
    queryKey: [...newest.queryKey, listedAt],
    enabled: listedAt !== null,
    staleTime: Infinity,
    retry: false,
    meta: { showsError: true },
  })
  const { count, updatedAt: at, isPlaceholder } = load
  const isLoaded = isSettled && !isPlaceholder && count !== null
  const listed = list ? Math.max(0, list.count - (snapshot === null ? (count ?? 0) : 0)) : 0

  useEffect(() => {
    if (!isLoaded || !state) return
    const lastWrite = client.isMutating() > 0 ? state.readAt : wroteAt.current
    const input = { resultKey, state, loaded: { count, at }, isFiltered, listed, wroteAt: lastWrite }
    setArrivals((before) => nextArrivals(before, input))
  }, [client, resultKey, state, isLoaded, count, at, isFiltered, listed])

  const deletedAt = current?.deletedAt ?? null
  const { pagesKey } = source
  useEffect(() => {
    if (deletedAt !== null) void client.invalidateQueries({ queryKey: pagesKey })
  }, [client, pagesKey, deletedAt])

  return current?.count || listed
}
