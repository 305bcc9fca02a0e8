import { type RefObject, useMemo, useState } from 'react'
import { type GridCell, nextCell } from './cell-navigation.ts'
import { type GridSpan, rangeOf } from './cell-range.ts'
import { type GridColumn, HEAD_HEIGHT, LEAD, ROW_HEIGHT, TOTALS_HEIGHT } from './grid-types.ts'
import { revealed } from './scroll-into-view.ts'

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

interface Place {
  cell: GridCell | null
  /** More than the current cell. */
  span: GridSpan | null
}

/** Where a column stands now: itself, what it is folded into, or the first of what it stood for. */
function sameColumn(column: GridColumn | undefined, now: readonly GridColumn[]): number | null {
  if (!column) return null
  const isIt = ({ id, folds }: GridColumn) => (folds ? folds.some((one) => one.id === column.id) : id === column.id)
  const at = now.findIndex(isIt)
  return at < 0 ? null : at
}

/** The current cell, where the keyboard is, and the cells that are marked with it. */
export function useActiveCell(options: ActiveCellOptions) {
  const { ref, rowCount, frozen, columns, frozenSize, isRtl, revealRow } = options
  const [{ cell, span }, setPlace] = useState<Place>({ cell: null, span: null })
  const columnCount = frozen.length + columns.length
  // It stays on its column when others come, go, or are moved.
  const [drawn, setDrawn] = useState({ frozen, columns })
  if (drawn.frozen !== frozen || drawn.columns !== columns) {
    setDrawn({ frozen, columns })
    const column = cell && sameColumn([...drawn.frozen, ...drawn.columns][cell.column], [...frozen, ...columns])
    if (cell && column !== null && column !== cell.column) setPlace({ cell: { ...cell, column }, span: null })
  }
  // Rows and columns may have become fewer since.
  const isEmpty = rowCount === 0 || columnCount === 0
  const within = ({ row, column }: GridCell) => ({
    row: Math.min(row, rowCount - 1),
    column: Math.min(column, columnCount - 1),
  })
  const active = cell && !isEmpty ? within(cell) : null
  const range = useMemo(() => {
    if (!span || rowCount === 0) return null
    const { top, bottom, left, right } = rangeOf(span, LEAD)
    const [last, lastColumn] = [rowCount - 1, columnCount - 1]
    return {
      top: Math.min(top, last),
      bottom: Math.min(bottom, last),
      left: Math.min(left, lastColumn),
      right: Math.min(right, lastColumn),
    }
  }, [span, rowCount, columnCount])

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

  /** Moves by a key, with Shift the end of what is marked; false for a key that does not move. */
  const move = ({ shift, ...press }: { key: string; ctrl: boolean; shift: boolean }): boolean => {
    const height = ref.current?.clientHeight ?? 0
    const size = {
      rows: rowCount,
      columns: columnCount,
      pageRows: Math.max(1, Math.floor((height - HEAD_HEIGHT - TOTALS_HEIGHT) / ROW_HEIGHT)),
      isRtl,
    }
    const here = active ?? { row: 0, column: LEAD }
    const next = nextCell(here, press, size)
    if (!next) return false
    // A whole column is marked without going to its last row.
    const to = shift && span ? nextCell(within(span.to), press, size) : next
    setPlace({ cell: next, span: shift && to ? { from: span?.from ?? here, to } : null })
    reveal(next)
    // A key that leads to a frozen column leads to the start of the row, which may be scrolled far away.
    if (next.column < frozen.length && next.column !== active?.column && ref.current) ref.current.scrollLeft = 0
    return true
  }

  const actions = useMemo(
    () => ({
      /** Goes to a cell; what was marked is not any more. */
      setActive: (next: (before: GridCell | null) => GridCell | null) =>
        setPlace((before) => ({ cell: next(before.cell), span: null })),
      /** Marks all from where the marking was begun. */
      extendTo: (to: GridCell) =>
        setPlace((before) => ({
          cell: to,
          span: before.cell ? { from: before.span?.from ?? before.cell, to } : null,
        })),
      /** Marks these, and stays. */
      mark: (next: GridSpan | null) => setPlace(({ cell: before }) => ({ cell: before, span: next })),
    }),
    [],
  )

  return { active, range, reveal, move, ...actions }
}
