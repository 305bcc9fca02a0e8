import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'
import { type GridColumn, ROW_HEIGHT } from './grid-types.ts'
import type { GridCell } from './next-cell.ts'

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
}

/** Which rows and columns are drawn. */
export function useGridWindow({ ref, rowCount, frozen, columns, frozenSize, active, isRtl }: GridWindow) {
  const getScrollElement = () => ref.current
  const activeRow = active?.row ?? -1
  const activeColumn = active ? active.column - frozen.length : -1

  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    rangeExtractor: useCallback((range: Range) => rangeWith(range, activeRow), [activeRow]),
  })
  const across = useVirtualizer({
    horizontal: true,
    isRtl,
    count: columns.length,
    getScrollElement,
    estimateSize: (index) => columns[index]?.size ?? 0,
    // New columns mean new sizes.
    getItemKey: useCallback((index: number) => columns[index]?.id ?? index, [columns]),
    paddingStart: frozenSize,
    overscan: 2,
    rangeExtractor: useCallback((range: Range) => rangeWith(range, activeColumn), [activeColumn]),
  })

  return {
    rows: rows.getVirtualItems(),
    rowsSize: rows.getTotalSize(),
    columns: across.getVirtualItems(),
    columnsSize: across.getTotalSize(),
  }
}

function rangeWith(range: Range, kept: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes
  return [...indexes, kept].toSorted((a, b) => a - b)
}
