import { useCallback, useEffect, useRef } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { hasCome } from '#/dataset/summary/column-summary.ts'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'

/** Milliseconds: what is scrolled past faster is not asked for. */
const MOMENT = 80
/** Further columns that are asked for along: about as many as the next screen has. */
const AHEAD = 12

/** Those that are drawn just out of sight. */
const BEHIND = 2

interface NeededColumns {
  frozen: readonly SizedColumn[]
  /** Those that scroll, as the table shows them. */
  rest: readonly SizedColumn[]
  /** Those that are loaded. */
  rows: readonly Submission[]
  ask: (ids: readonly string[]) => void
}

/** Hears which columns stay in sight, and asks for those whose answers are not there, and for the next ones. */
export function useNeededColumns({ frozen, rest, rows, ask }: NeededColumns) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (first: number, last: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const isMissing = (column: SizedColumn) => !column.folds && !hasCome(column, rows)
        const start = Math.max(0, first - BEHIND)
        const shown = rest.slice(start, last + 1)
        const from = shown.findIndex(isMissing)
        const to = shown.findLastIndex(isMissing)
        const wanted = from < 0 ? [] : rest.slice(start + from, start + to + 1 + AHEAD).filter(({ folds }) => !folds)
        const needed = [...frozen.filter(isMissing), ...wanted].map(({ id }) => id)
        if (needed.length > 0) ask(needed)
      }, MOMENT)
    },
    [frozen, rest, rows, ask],
  )
}
