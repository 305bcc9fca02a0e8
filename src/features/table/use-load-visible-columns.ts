import { useCallback, useEffect, useRef } from 'react'
import type { Row } from '#/dataset/model/row.ts'
import { isColumnLoaded } from '#/dataset/summary/column-summary.ts'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'

/** Milliseconds that columns have to stay visible before they are loaded. */
const DELAY = 80
/** Further columns that are loaded too: about as many as fit on a screen. */
const COLUMNS_AHEAD = 12
/** Columns before the visible ones that are rendered too. */
const COLUMNS_BEHIND = 2

interface LoadVisibleColumnsOptions {
  frozen: readonly SizedColumn[]
  /** The columns that scroll, with collapsed groups. */
  rest: readonly SizedColumn[]
  /** The loaded rows. */
  rows: readonly Row[]
  loadColumns: (ids: readonly string[]) => void
}

/** Returns a callback for the visible columns, which loads those that are not loaded, and the next ones. */
export function useLoadVisibleColumns({ frozen, rest, rows, loadColumns }: LoadVisibleColumnsOptions) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (first: number, last: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const isMissing = (column: SizedColumn) => !column.collapsedColumns && !isColumnLoaded(column, rows)
        const start = Math.max(0, first - COLUMNS_BEHIND)
        const shown = rest.slice(start, last + 1)
        const from = shown.findIndex(isMissing)
        const to = shown.findLastIndex(isMissing)
        const missing =
          from < 0
            ? []
            : rest
                .slice(start + from, start + to + 1 + COLUMNS_AHEAD)
                .filter(({ collapsedColumns }) => !collapsedColumns)
        const ids = [...frozen.filter(isMissing), ...missing].map(({ id }) => id)
        if (ids.length > 0) loadColumns(ids)
      }, DELAY)
    },
    [frozen, rest, rows, loadColumns],
  )
}
