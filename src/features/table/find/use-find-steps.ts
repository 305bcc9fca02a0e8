import { useCallback, useEffect, useRef } from 'react'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/shared-value.ts'
import { type CellPosition, firstMatchFrom, matchAt, type Matches } from './find-matches.ts'
import type { FindStore } from './find-store.ts'

/** `here`: the first match that is not before the current cell. */
export type FindStep = 'here' | 'next' | 'previous'

/** The index of the match that a step leads to, around the ends; `null` if there is none, or it is not known yet. */
export function stepTo(matches: Matches, from: CellPosition | null, step: FindStep): number | null {
  const { count, isDone } = matches
  if (count === 0) return null
  const here = firstMatchFrom(matches, from ?? { rowIndex: 0, columnIndex: 0 })
  if (step === 'previous') {
    if (here > 0) return here - 1
    return isDone ? count - 1 : null
  }
  const to = step === 'here' || !from ? here : firstMatchFrom(matches, { ...from, columnIndex: from.columnIndex + 1 })
  if (to < count) return to
  return isDone ? 0 : null
}

interface FindStepsOptions {
  find: FindStore
  text: string
  matches: Matches
  /** The index of a column by its id; -1 if it is not visible. */
  columnIndexOf: (id: string) => number
  scrollTarget: SharedValue<GridScrollTarget | null>
}

/** Goes from match to match: on demand, and to the first one for each new text. Returns the function for this. */
export function useFindSteps({ find, text, matches, columnIndexOf, scrollTarget }: FindStepsOptions) {
  /** A step that has to wait until its match is known. */
  const pendingStep = useRef<FindStep | null>(null)
  const latest = useRef({ matches, columnIndexOf })
  useEffect(() => {
    latest.current = { matches, columnIndexOf }
  })

  const go = useCallback(
    (step: FindStep) => {
      const { current } = find.get()
      const from = current && {
        rowIndex: current.rowIndex,
        columnIndex: latest.current.columnIndexOf(current.columnId),
      }
      const index = stepTo(latest.current.matches, from, step)
      const match = index === null ? null : matchAt(latest.current.matches, index)
      pendingStep.current = match || latest.current.matches.isDone ? null : step
      if (!match) return
      const { rowIndex, column } = match
      find.set({ ...find.get(), current: { rowIndex, columnId: column.id } })
      scrollTarget.set({ row: rowIndex, column: column.id, keepsFocus: true })
    },
    [find, scrollTarget],
  )

  const isCurrent = matches.text === text
  useEffect(() => {
    pendingStep.current = 'here'
  }, [text])
  useEffect(() => {
    if (isCurrent && pendingStep.current) go(pendingStep.current)
  }, [isCurrent, matches, go])

  const step = useCallback(
    (forward: boolean) => {
      const next = forward ? 'next' : 'previous'
      if (isCurrent) go(next)
      else pendingStep.current = next
    },
    [isCurrent, go],
  )
  useEffect(() => {
    find.set({ ...find.get(), step })
  }, [find, step])
  return step
}
