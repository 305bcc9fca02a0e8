import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { GridCell } from './cell-navigation.ts'
import type { GridColumn } from './grid-types.ts'
import type { RowScroll } from './use-row-scroll.ts'

interface GridWindow {
  ref: RefObject<HTMLElement | null>
  rowCount: number
  frozen: readonly GridColumn[]
  /** Those that scroll. */
  columns: readonly GridColumn[]
  frozenSize: number
  /** Stays drawn however far it is scrolled away: the screen reader and the keyboard are there. */
  active: GridCell | null
  isRtl: boolean
  scroll: RowScroll
}

/** Rows drawn above and below those in sight. */
const AROUND = 2

/** Which rows and columns are drawn. */
export function useGridWindow(options: GridWindow) {
  const { ref, rowCount, frozen, columns, frozenSize, active, isRtl, scroll } = options
  const getScrollElement = () => ref.current
  const activeRow = active?.row ?? -1
  const activeColumn = active ? active.column - frozen.length : -1

  const { first, last } = scroll
  const rows = useMemo(() => {
    const from = Math.max(0, first - AROUND)
    const to = last < first ? from : Math.min(rowCount, last + 1 + AROUND)
    return withKept(
      Array.from({ length: to - from }, (_, at) => from + at),
      activeRow,
      rowCount,
    )
  }, [first, last, rowCount, activeRow])
  const across = useVirtualizer({
    horizontal: true,
    isRtl,
    count: columns.length,
    getScrollElement,
    estimateSize: (index) => columns[index]?.size ?? 0,
    // New columns mean new sizes.
    getItemKey: useCallback((index: number) => columns[index]?.id ?? index, [columns]),
    paddingStart: frozenSize,
    overscan: 1,
    rangeExtractor: useCallback((range: Range) => rangeWith(range, activeColumn), [activeColumn]),
  })

  const firstColumn = across.range?.startIndex ?? 0

  return {
    rows,
    columns: across.getVirtualItems(),
    columnsSize: across.getTotalSize(),
    firstColumn,
    lastColumn: across.range?.endIndex ?? -1,
    isPassing: useIsPassing(across.isScrolling, firstColumn),
  }
}

/** Whether other columns come by than those that one began to scroll from. */
function useIsPassing(isScrolling: boolean, firstColumn: number) {
  const [atRest, setAtRest] = useState(firstColumn)
  if (!isScrolling && atRest !== firstColumn) setAtRest(firstColumn)
  return isScrolling && atRest !== firstColumn
}

const rangeWith = (range: Range, kept: number) => withKept(defaultRangeExtractor(range), kept, range.count)

function withKept(indexes: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes
  return [...indexes, kept].toSorted((a, b) => a - b)
}
