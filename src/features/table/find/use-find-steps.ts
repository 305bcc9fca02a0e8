import { useCallback, useEffect, useRef } from 'react'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/store.ts'
import { firstFrom, matchAt, type Matches, type MatchPosition } from './find-matches.ts'
import type { FindStore } from './find-store.ts'

/** `here`: the first match that does not stand before the cell one is on. */
export type FindStep = 'here' | 'next' | 'previous'

/** Which match a step leads to, round the ends; `null` where that is not known yet, or there is none. */
export function stepTo(found: Matches, from: MatchPosition | null, step: FindStep): number | null {
  const { count, isDone } = found
  if (count === 0) return null
  const here = firstFrom(found, from ?? { place: 0, column: 0 })
  if (step === 'previous') {
    if (here > 0) return here - 1
    return isDone ? count - 1 : null
  }
  const to = step === 'here' || !from ? here : firstFrom(found, { ...from, column: from.column + 1 })
  if (to < count) return to
  return isDone ? 0 : null
}

interface FindStepsOptions {
  find: FindStore
  text: string
  found: Matches
  /** Where a column stands, by its id; -1 where it is not shown. */
  columnAt: (id: string) => number
  goal: SharedValue<GridScrollTarget | null>
}

/** Goes from match to match: by itself when another text is looked for, and when one asks. */
export function useFindSteps({ find, text, found, columnAt, goal }: FindStepsOptions) {
  /** What was asked for before it could be known where that leads. */
  const wanted = useRef<FindStep | null>(null)
  const latest = useRef({ found, columnAt })
  useEffect(() => {
    latest.current = { found, columnAt }
  })

  const go = useCallback(
    (step: FindStep) => {
      const { at } = find.get()
      const from = at && { place: at.place, column: latest.current.columnAt(at.columnId) }
      const index = stepTo(latest.current.found, from, step)
      const match = index === null ? null : matchAt(latest.current.found, index)
      wanted.current = match || latest.current.found.isDone ? null : step
      if (!match) return
      const { place, column } = match
      find.set({ ...find.get(), at: { place, columnId: column.id } })
      goal.set({ row: place, column: column.id, keepsFocus: true })
    },
    [find, goal],
  )

  const isFresh = found.text === text
  useEffect(() => {
    wanted.current = 'here'
  }, [text])
  useEffect(() => {
    if (isFresh && wanted.current) go(wanted.current)
  }, [isFresh, found, go])

  /** To the next match or the one before; as soon as it is known where that is. */
  const step = useCallback(
    (forward: boolean) => {
      const which = forward ? 'next' : 'previous'
      if (isFresh) go(which)
      else wanted.current = which
    },
    [isFresh, go],
  )
  useEffect(() => {
    find.set({ ...find.get(), step })
  }, [find, step])
  return step
}
