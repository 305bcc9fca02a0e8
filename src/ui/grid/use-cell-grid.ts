import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useState } from 'react'
import { type GridCell, nextCell } from './cell-navigation.ts'
import { offsetToReveal } from './scroll-into-view.ts'

interface CellGridOptions {
  ref: RefObject<HTMLDivElement | null>
  rowCount: number
  /** Pixels. */
  rowHeight: number
  headHeight: number
  /** Columns that stay in view, before the others. */
  frozen: { count: number; width: number }
  /** Columns that scroll. Keep it stable between renders. */
  columns: readonly { key: string; size: number }[]
  isRtl: boolean
}

const OVERSCAN = { rows: 3, columns: 1 }

/**
 * Which rows and columns of a grid are rendered, and the active cell that the keys move. For grids that only show cells;
 * rows that are selected, opened or loaded bit by bit need `DataGrid`.
 */
export function useCellGrid({ ref, rowCount, rowHeight, headHeight, frozen, columns: all, isRtl }: CellGridOptions) {
  const [cell, setActive] = useState<GridCell | null>(null)
  const columnCount = frozen.count + all.length
  const active =
    cell && rowCount > 0
      ? { row: Math.min(cell.row, rowCount - 1), column: Math.min(cell.column, columnCount - 1) }
      : null
  const activeRow = active?.row ?? -1
  const activeColumn = (active?.column ?? -1) - frozen.count
  const getScrollElement = () => ref.current

  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    overscan: OVERSCAN.rows,
    rangeExtractor: useCallback((range: Range) => including(range, activeRow), [activeRow]),
  })
  const columns = useVirtualizer({
    horizontal: true,
    isRtl,
    count: all.length,
    getScrollElement,
    estimateSize: (index) => all[index]?.size ?? 0,
    // A new function makes the virtualizer measure again.
    getItemKey: useCallback((index: number) => all[index]?.key ?? index, [all]),
    paddingStart: frozen.width,
    overscan: OVERSCAN.columns,
    rangeExtractor: useCallback((range: Range) => including(range, activeColumn), [activeColumn]),
  })

  const scrollToCell = ({ row, column }: GridCell) => {
    const grid = ref.current
    if (!grid) return
    grid.scrollTop = offsetToReveal(
      { offset: grid.scrollTop, size: grid.clientHeight - headHeight },
      { start: row * rowHeight, size: rowHeight },
    )
    const index = column - frozen.count
    const size = all[index]?.size
    if (size === undefined) return
    const start = all.slice(0, index).reduce((sum, one) => sum + one.size, 0)
    const offset = offsetToReveal(
      { offset: Math.abs(grid.scrollLeft), size: grid.clientWidth - frozen.width },
      { start, size },
    )
    grid.scrollLeft = isRtl ? -offset : offset
  }

  /** Moves the active cell. Returns false if the key does not. */
  const move = (press: { key: string; ctrl: boolean }): boolean => {
    const height = (ref.current?.clientHeight ?? 0) - headHeight
    const next = nextCell(active ?? { row: 0, column: 0 }, press, {
      rows: rowCount,
      columns: columnCount,
      pageRows: Math.max(1, Math.floor(height / rowHeight)),
      isRtl,
    })
    if (!next) return false
    setActive(next)
    scrollToCell(next)
    return true
  }

  return { active, setActive, move, scrollToCell, rows, columns, columnCount }
}

function including(range: Range, kept: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes
  return [...indexes, kept].toSorted((a, b) => a - b)
}
