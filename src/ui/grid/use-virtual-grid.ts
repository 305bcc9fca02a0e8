import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { GridCell } from './cell-navigation.ts'
import type { GridColumn } from './grid-types.ts'
import type { RowScroll } from './use-row-scroll.ts'

interface VirtualGridOptions {
  ref: RefObject<HTMLElement | null>
  rowCount: number
  frozen: readonly GridColumn[]
  /** Columns that scroll. */
  columns: readonly GridColumn[]
  frozenSize: number
  /** Always rendered, however far away: `aria-activedescendant` points to it. */
  active: GridCell | null
  isRtl: boolean
  scroll: RowScroll
}

/** Rows rendered above and below the visible ones. */
const OVERSCAN = 2

/** Which rows and columns are rendered. */
export function useVirtualGrid(options: VirtualGridOptions) {
  const { ref, rowCount, frozen, columns, frozenSize, active, isRtl, scroll } = options
  const getScrollElement = () => ref.current
  const activeRow = active?.row ?? -1
  const activeColumn = active ? active.column - frozen.length : -1

  const { first, last } = scroll
  const rowIndexes = useMemo(() => {
    const from = Math.max(0, first - OVERSCAN)
    const to = last < first ? from : Math.min(rowCount, last + 1 + OVERSCAN)
    return including(
      Array.from({ length: to - from }, (_, index) => from + index),
      activeRow,
      rowCount,
    )
  }, [first, last, rowCount, activeRow])
  const virtualizer = useVirtualizer({
    horizontal: true,
    isRtl,
    count: columns.length,
    getScrollElement,
    estimateSize: (index) => columns[index]?.size ?? 0,
    // A new function makes the virtualizer measure again.
    getItemKey: useCallback((index: number) => columns[index]?.id ?? index, [columns]),
    // A grid is about as wide as the window: its columns are rendered at once, not after the first layout.
    initialRect: { width: innerWidth, height: 0 },
    paddingStart: frozenSize,
    overscan: 1,
    rangeExtractor: useCallback((range: Range) => rangeIncluding(range, activeColumn), [activeColumn]),
  })

  const firstColumn = virtualizer.range?.startIndex ?? 0

  return {
    rowIndexes,
    columns: virtualizer.getVirtualItems(),
    columnsSize: virtualizer.getTotalSize(),
    firstColumn,
    lastColumn: virtualizer.range?.endIndex ?? -1,
    isScrollingColumns: useIsScrollingColumns(virtualizer.isScrolling, firstColumn),
  }
}

/** Whether the grid is being scrolled horizontally, and other columns are visible than when that began. */
function useIsScrollingColumns(isScrolling: boolean, firstColumn: number) {
  const [columnAtRest, setColumnAtRest] = useState(firstColumn)
  if (!isScrolling && columnAtRest !== firstColumn) setColumnAtRest(firstColumn)
  return isScrolling && columnAtRest !== firstColumn
}

const rangeIncluding = (range: Range, kept: number) => including(defaultRangeExtractor(range), kept, range.count)

function including(indexes: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes
  return [...indexes, kept].toSorted((a, b) => a - b)
}
