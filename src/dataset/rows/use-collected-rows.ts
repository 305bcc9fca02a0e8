import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { ApiError } from '#/api/errors.ts'
import { type CollectionProgress, type Collector, createRowCollection } from '#/dataset/sources/row-collection.ts'
import type { RowSource, WalkRequest } from '#/dataset/sources/source.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'

/** How far a collection of rows is. */
export type CollectionState<Result> =
  | { stage: 'idle' }
  | ({ stage: 'loading' } & CollectionProgress)
  | ({ stage: 'stopped'; error: ApiError } & CollectionProgress)
  | { stage: 'done'; result: Result }

export interface CollectedRows<Result> {
  state: CollectionState<Result>
  /** Collects the rows of a request, in place of what was collected before. */
  start: (request: WalkRequest, collector: Collector<Result>) => void
  /** Continues after an error: what was loaded is kept. */
  resume: () => void
  /** Drops what was collected. */
  cancel: () => void
}

interface Current {
  run: (signal: AbortSignal) => Promise<void>
  controller: AbortController
}

/**
 * Loads all rows that match a request, on demand, with progress, and continues after an error. `key` names what is
 * collected: under another one, and where the component is gone, it is cancelled.
 * @throws what a collector throws besides ApiError, to the nearest handler of rejections
 */
export function useCollectedRows<Result>(source: Pick<RowSource, 'walk'>, key: string): CollectedRows<Result> {
  const client = useQueryClient()
  const [state, setState] = useKeyedState<CollectionState<Result>>(key, { stage: 'idle' })
  const current = useRef<Current | null>(null)

  const abort = useCallback(() => {
    current.current?.controller.abort()
    current.current = null
  }, [])
  useEffect(() => abort, [key, abort])

  const resume = useCallback(() => {
    const { current: collection } = current
    if (!collection) return
    collection.controller.abort()
    collection.controller = new AbortController()
    void collection.run(collection.controller.signal)
  }, [])

  const start = useCallback(
    (request: WalkRequest, collector: Collector<Result>) => {
      abort()
      const collection = createRowCollection(client, source, request, collector)
      const run = async (signal: AbortSignal) => {
        try {
          const result = await collection.run(signal, (progress) => {
            if (!signal.aborted) setState({ stage: 'loading', ...progress })
          })
          setState({ stage: 'done', result })
        } catch (error) {
          if (signal.aborted) return
          if (!(error instanceof ApiError)) throw error
          setState({ stage: 'stopped', error, ...collection.progress() })
        }
      }
      current.current = { run, controller: new AbortController() }
      void run(current.current.controller.signal)
    },
    [client, source, setState, abort],
  )

  const cancel = useCallback(() => {
    abort()
    setState({ stage: 'idle' })
  }, [abort, setState])

  return useMemo(() => ({ state, start, resume, cancel }), [state, start, resume, cancel])
}
