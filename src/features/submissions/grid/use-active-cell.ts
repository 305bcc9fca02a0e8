import { type RefObject, useState } from 'react'
import { type GridColumn, HEAD_HEIGHT, ROW_HEIGHT } from './grid-types.ts'
import { type GridCell, nextCell } from './next-cell.ts'
import { revealed } from './reveal.ts'

interface ActiveCellOptions {
  ref: RefObject<HTMLElement | null>
  rowCount: number
  frozen: readonly GridColumn[]
  columns: readonly GridColumn[]
  frozenSize: number
  isRtl: boolean
  /** Scrolls as far as needed for a row to stand clear of the heads. */
  revealRow: (row: number) => void
}

/** The current cell: where the keyboard is. */
export function useActiveCell(options: ActiveCellOptions) {
  const { ref, rowCount, frozen, columns, frozenSize, isRtl, revealRow } = options
  const [cell, setActive] = useState<GridCell | null>(null)
  const columnCount = frozen.length + columns.length
  // Rows and columns may have become fewer since.
  const active =
    cell && rowCount > 0 && columnCount > 0
      ? { row: Math.min(cell.row, rowCount - 1), column: Math.min(cell.column, columnCount - 1) }
      : null

  /** Scrolls as far as needed for the cell to stand clear of the heads and of the frozen columns. */
  const reveal = ({ row, column }: GridCell) => {
    const grid = ref.current
    if (!grid) return
    revealRow(row)
    const free = column - frozen.length
    if (free < 0) return
    const start = columns.slice(0, free).reduce((sum, { size }) => sum + size, 0)
    const across = { offset: Math.abs(grid.scrollLeft), length: grid.clientWidth - frozenSize }
    const offset = revealed(across, { start, size: columns[free]?.size ?? 0 })
    grid.scrollLeft = isRtl ? -offset : offset
  }

  /** Moves by a key; false for a key that does not move. */
  const move = (press: { key: string; ctrl: boolean }): boolean => {
    const height = ref.current?.clientHeight ?? 0
    const next = nextCell(active ?? { row: 0, column: 0 }, press, {
      rows: rowCount,
      columns: columnCount,
      pageRows: Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT)),
      isRtl,
    })
    if (!next) return false
    setActive(next)
    reveal(next)
    // A key that leads to a frozen column leads to the start of the row, which may be scrolled far away.
    if (next.column < frozen.length && next.column !== active?.column && ref.current) ref.current.scrollLeft = 0
    return true
  }

  return { active, setActive, reveal, move }
}
