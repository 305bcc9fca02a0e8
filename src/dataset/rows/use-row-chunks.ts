import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { RowKey } from '#/dataset/model/row.ts'
import { CHUNK_SIZE } from '#/dataset/query/query.ts'
import type { RowPage, RowSource, SourceQuery } from '#/dataset/sources/source.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import { mergeChunks } from './merge-chunks.ts'
import type { VisibleRange } from './visible-range.ts'

/** Rows above and below the visible ones that are loaded, too. */
const OVERSCAN = 20
/** Chunks that stay in the cache besides the visible ones. */
const CACHED_CHUNKS = 16
/** Milliseconds: chunks that are scrolled past faster are not requested. */
const SCROLL_DELAY = 120

interface RowChunksOptions {
  source: RowSource
  /** The first chunk, once it is loaded; it always stays. `null` where the view has pages instead. */
  first: { data: RowPage; at: number } | null
  /** Names the result: another one is shown from its top. */
  resultKey: string
  /** The n-th chunk, from 1. */
  pageAt: (page: number) => SourceQuery<RowPage>
  /** The row in the side panel: its chunk stays. */
  openKey: RowKey | null
}

/** Indexes of chunks, both inclusive. */
interface ChunkRange {
  from: number
  to: number
}

const TOP: ChunkRange = { from: 0, to: 0 }

/** The chunks of rows around the visible ones. Requests for those that were scrolled past are cancelled. */
export function useRowChunks({ source, first, resultKey, pageAt, openKey }: RowChunksOptions) {
  const client = useQueryClient()
  const [{ from, to }, setRange] = useKeyedState(resultKey, TOP)
  const [held, setHeld] = useState<{ key: RowKey; chunk: number } | null>(null)

  const last = first ? Math.max(0, Math.ceil(first.data.count / CHUNK_SIZE) - 1) : 0
  const heldChunk = held && held.key === openKey ? held.chunk : 0
  const isEnabled = first !== null
  const indexes = useMemo(() => {
    const needed = new Set([heldChunk, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)])
    return isEnabled ? [...needed].filter((chunk) => chunk > 0 && chunk <= last).toSorted((a, b) => a - b) : []
  }, [isEnabled, from, to, last, heldChunk])

  const results = useQueries({ queries: indexes.map((index) => chunkAt(pageAt, index)), combine })
  const merged = useMemo(() => {
    const others = indexes.map((index, at) => ({ index, ...results[at] }))
    return mergeChunks(first ? [{ index: 0, ...first }, ...others] : [], CHUNK_SIZE)
  }, [first, indexes, results])

  const openChunk = openKey === null ? undefined : merged.chunkOf(openKey)
  if (openKey !== null && openChunk !== undefined && (held?.key !== openKey || held.chunk !== openChunk)) {
    setHeld({ key: openKey, chunk: openChunk })
  }

  // Chunks that were loaded before some rows were deleted have moved.
  const { outdated } = merged
  useEffect(() => {
    for (const index of outdated) {
      void client.invalidateQueries(
        { queryKey: chunkAt(pageAt, index).queryKey, exact: true },
        { cancelRefetch: false },
      )
    }
  }, [client, outdated, pageAt])

  const { pagesKey } = source
  useEffect(() => {
    const inactive = client.getQueryCache().findAll({ queryKey: pagesKey, type: 'inactive' })
    const oldest = inactive.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(CACHED_CHUNKS)
    for (const query of oldest) client.getQueryCache().remove(query)
  }, [client, pagesKey, indexes])

  const scrolling = useRef<{ from: number; timer: ReturnType<typeof setTimeout> | undefined }>({
    from: 0,
    timer: undefined,
  })
  useEffect(() => {
    const { current } = scrolling
    return () => clearTimeout(current.timer)
  }, [])
  const setVisibleRange = useCallback(
    (range: VisibleRange) => {
      const next = {
        from: Math.max(0, Math.floor((range.first - OVERSCAN) / CHUNK_SIZE)),
        to: Math.floor((range.last + OVERSCAN) / CHUNK_SIZE),
      }
      const show = () => {
        scrolling.current.from = next.from
        setRange((before) => (before.from === next.from && before.to === next.to ? before : next))
      }
      clearTimeout(scrolling.current.timer)
      if (Math.abs(scrolling.current.from - next.from) <= 1) show()
      else scrolling.current.timer = setTimeout(show, SCROLL_DELAY)
    },
    [setRange],
  )

  return {
    ...merged,
    setVisibleRange,
    /** Keeps the chunk of a row that is about to be opened. */
    hold: (key: RowKey, chunk: number) => setHeld({ key, chunk }),
  }
}

/** Without a placeholder: the rows of another chunk cannot stand in for these. */
function chunkAt(pageAt: RowChunksOptions['pageAt'], index: number): SourceQuery<RowPage> {
  const { placeholderData: _, ...options } = pageAt(index + 1)
  return options
}

const combine = (results: UseQueryResult<RowPage, ApiError>[]) =>
  results.map(({ data, dataUpdatedAt: at }) => ({ data, at }))
