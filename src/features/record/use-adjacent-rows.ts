import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upToId } from '#/api/kpi/submissions/queries.ts'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import { toSparseRows } from '#/dataset/rows/sparse-rows.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { useRowIndex } from './use-row-index.ts'

interface StepOptions {
  assetUid: string
  dataset: DatasetRows
  view: DatasetQuery
  onView: (view: DatasetQuery, options: { replace: boolean }) => void
  onOpen: (id: number) => void
}

export type Step = (direction: -1 | 1) => (() => void) | undefined

/** Opens the row before or after the one in the panel, also beyond the page and the loaded rows. */
export function useAdjacentRows({ assetUid, dataset, view, onView, onOpen }: StepOptions): Step {
  const client = useQueryClient()
  const [isLoading, setIsLoading] = useState(false)
  const { source, rows, positions, result, pages } = dataset
  const { isPlaceholder } = dataset.load
  const { count, snapshot, isSettled } = result
  const { scrolls, pageSize } = pages
  const { page, submission, sort } = view
  const all = toSparseRows(rows, positions)
  const loadedIndex = all.indexOf(({ _id }) => _id === submission)
  const offset = scrolls ? 0 : (page - 1) * pageSize
  // A row that was opened by its address may be outside the loaded rows.
  const isOutside =
    loadedIndex < 0 && count !== null && isSettled && !isPlaceholder && dataset.sort.client.state.stage !== 'done'
  const outsideIndex = useRowIndex(assetUid, {
    id: isOutside ? submission : null,
    query: upToId(toMongoQuery(result.filter, source.form), snapshot),
    sort,
  })
  const index = loadedIndex < 0 ? outsideIndex : offset + loadedIndex

  return (direction) => {
    if (index === null || count === null) return undefined
    // The button stays enabled, so that it keeps the focus.
    if (isLoading || isPlaceholder) return () => {}
    const adjacent = loadedIndex < 0 ? undefined : all.at(loadedIndex + direction)
    if (adjacent) return () => onOpen(adjacent._id)
    const target = index + direction
    if (target < 0 || target >= count) return undefined
    const targetPage = Math.floor(target / pageSize)
    return () => {
      setIsLoading(true)
      void client
        .query({ ...pages.at(targetPage + 1), staleTime: 'static' })
        .then(
          ({ results }) => results[target - targetPage * pageSize]?._id ?? null,
          () => null, // the page shows the error
        )
        .then((id) => {
          if (!scrolls)
            onView({ ...view, page: targetPage + 1, submission: id ?? submission }, { replace: id !== null })
          else if (id !== null) {
            pages.hold(id, targetPage)
            onOpen(id)
          }
        })
        .finally(() => setIsLoading(false))
    }
  }
}
