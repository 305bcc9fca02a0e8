import { useCallback, useEffect, useRef } from 'react'
import type { Submission } from '#/api/submissions/schema.ts'
import { hasCome } from './column-aggregate.ts'
import type { SubmissionColumn } from './columns.ts'
import type { TableColumns } from './table-columns.ts'

/** Milliseconds: what is scrolled past faster is not asked for. */
const MOMENT = 80
/** Further columns that are asked for along: about as many as the next screen has. */
const AHEAD = 12

/** Those that are drawn just out of sight. */
const BEHIND = 2

interface NeededColumns extends Pick<TableColumns, 'frozen' | 'rest'> {
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
        const isMissing = (column: SubmissionColumn | undefined) => column !== undefined && !hasCome(column, rows)
        const start = Math.max(0, first - BEHIND)
        const shown = rest.slice(start, last + 1)
        const from = shown.findIndex(isMissing)
        const to = shown.findLastIndex(isMissing)
        const wanted = from < 0 ? [] : rest.slice(start + from, start + to + 1 + AHEAD)
        const needed = [...frozen.filter(isMissing), ...wanted].map(({ id }) => id)
        if (needed.length > 0) ask(needed)
      }, MOMENT)
    },
    [frozen, rest, rows, ask],
  )
}
