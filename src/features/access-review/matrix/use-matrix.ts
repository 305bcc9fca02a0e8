import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useState } from 'react'
import type { ReviewedPerson } from '#/features/access-review/model/review.ts'
import { type GridCell, nextCell } from '#/ui/grid/cell-navigation.ts'
import { offsetToReveal } from '#/ui/grid/scroll-into-view.ts'
import { FROZEN_COLUMNS, FROZEN_WIDTH, HEAD_HEIGHT, ROW_HEIGHT, widthOf } from './matrix-columns.ts'

interface MatrixOptions {
  ref: RefObject<HTMLDivElement | null>
  rowCount: number
  people: readonly ReviewedPerson[]
  isRtl: boolean
}

const OVERSCAN = { rows: 3, columns: 1 }

/** Which rows and columns are rendered, and the active cell that the keys move. */
export function useMatrix({ ref, rowCount, people, isRtl }: MatrixOptions) {
  const [cell, setActive] = useState<GridCell | null>(null)
  const columnCount = FROZEN_COLUMNS + people.length
  const active =
    cell && rowCount > 0
      ? { row: Math.min(cell.row, rowCount - 1), column: Math.min(cell.column, columnCount - 1) }
      : null
  const activeRow = active?.row ?? -1
  const activePerson = (active?.column ?? -1) - FROZEN_COLUMNS
  const getScrollElement = () => ref.current

  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    scrollMargin: HEAD_HEIGHT,
    overscan: OVERSCAN.rows,
    rangeExtractor: useCallback((range: Range) => including(range, activeRow), [activeRow]),
  })
  const columns = useVirtualizer({
    horizontal: true,
    isRtl,
    count: people.length,
    getScrollElement,
    estimateSize: (index) => (people[index] ? widthOf(people[index]) : 0),
    // A new function makes the virtualizer measure again.
    getItemKey: useCallback((index: number) => people[index]?.username ?? index, [people]),
    paddingStart: FROZEN_WIDTH,
    overscan: OVERSCAN.columns,
    rangeExtractor: useCallback((range: Range) => including(range, activePerson), [activePerson]),
  })

  const scrollToCell = ({ row, column }: GridCell) => {
    const matrix = ref.current
    if (!matrix) return
    const height = matrix.clientHeight - HEAD_HEIGHT
    matrix.scrollTop = offsetToReveal(
      { offset: matrix.scrollTop, size: height },
      { start: row * ROW_HEIGHT, size: ROW_HEIGHT },
    )
    const index = column - FROZEN_COLUMNS
    const person = people[index]
    if (!person) return
    const start = people.slice(0, index).reduce((sum, one) => sum + widthOf(one), 0)
    const offset = offsetToReveal(
      { offset: Math.abs(matrix.scrollLeft), size: matrix.clientWidth - FROZEN_WIDTH },
      { start, size: widthOf(person) },
    )
    matrix.scrollLeft = isRtl ? -offset : offset
  }

  /** Moves the active cell. Returns false if the key does not. */
  const move = (press: { key: string; ctrl: boolean }): boolean => {
    const height = (ref.current?.clientHeight ?? 0) - HEAD_HEIGHT
    const next = nextCell(active ?? { row: 0, column: 0 }, press, {
      rows: rowCount,
      columns: columnCount,
      pageRows: Math.max(1, Math.floor(height / ROW_HEIGHT)),
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
