import { type RefObject, useMemo, useState } from 'react'
import { type GridCell, nextCell } from './cell-navigation.ts'
import { rangeBetween, type RangeEnds } from './cell-range.ts'
import { FIRST_DATA_COLUMN, type GridColumn, HEAD_HEIGHT, ROW_HEIGHT, TOTALS_HEIGHT } from './grid-types.ts'
import { offsetToReveal } from './scroll-into-view.ts'

interface ActiveCellOptions {
  ref: RefObject<HTMLElement | null>
  rowCount: number
  frozen: readonly GridColumn[]
  columns: readonly GridColumn[]
  frozenSize: number
  isRtl: boolean
  /** Scrolls until the row is fully visible. */
  scrollToRow: (row: number) => void
}

interface ActiveCellState {
  cell: GridCell | null
  /** Set if a range is selected. */
  ends: RangeEnds | null
}

/** The new index of a column, or of the collapsed group that it is in now; `null` if it is gone. */
function indexOfSameColumn(column: GridColumn | undefined, columns: readonly GridColumn[]): number | null {
  if (!column) return null
  const isSame = ({ id, collapsedColumns }: GridColumn) =>
    collapsedColumns ? collapsedColumns.some(({ id: inside }) => inside === column.id) : id === column.id
  const index = columns.findIndex(isSame)
  return index < 0 ? null : index
}

/** The active cell, which the keys act on, and the selected range of cells. */
export function useActiveCell(options: ActiveCellOptions) {
  const { ref, rowCount, frozen, columns, frozenSize, isRtl, scrollToRow } = options
  const [{ cell, ends }, setState] = useState<ActiveCellState>({ cell: null, ends: null })
  const columnCount = frozen.length + columns.length
  // The active cell stays on its column when columns are added, removed or moved.
  const [rendered, setRendered] = useState({ frozen, columns })
  if (rendered.frozen !== frozen || rendered.columns !== columns) {
    setRendered({ frozen, columns })
    const column =
      cell && indexOfSameColumn([...rendered.frozen, ...rendered.columns][cell.column], [...frozen, ...columns])
    if (cell && column !== null && column !== cell.column) setState({ cell: { ...cell, column }, ends: null })
  }
  // There may be fewer rows and columns than when the cell was set.
  const isEmpty = rowCount === 0 || columnCount === 0
  const clampToGrid = ({ row, column }: GridCell) => ({
    row: Math.min(row, rowCount - 1),
    column: Math.min(column, columnCount - 1),
  })
  const active = cell && !isEmpty ? clampToGrid(cell) : null
  const range = useMemo(() => {
    if (!ends || rowCount === 0) return null
    const { top, bottom, left, right } = rangeBetween(ends, FIRST_DATA_COLUMN)
    const [last, lastColumn] = [rowCount - 1, columnCount - 1]
    return {
      top: Math.min(top, last),
      bottom: Math.min(bottom, last),
      left: Math.min(left, lastColumn),
      right: Math.min(right, lastColumn),
    }
  }, [ends, rowCount, columnCount])

  /** Scrolls until the cell is fully visible between the header, the totals and the frozen columns. */
  const scrollToCell = ({ row, column }: GridCell) => {
    const grid = ref.current
    if (!grid) return
    scrollToRow(row)
    const scrollingIndex = column - frozen.length
    if (scrollingIndex < 0) return
    const start = columns.slice(0, scrollingIndex).reduce((sum, { size }) => sum + size, 0)
    const viewport = { offset: Math.abs(grid.scrollLeft), size: grid.clientWidth - frozenSize }
    const offset = offsetToReveal(viewport, { start, size: columns[scrollingIndex]?.size ?? 0 })
    grid.scrollLeft = isRtl ? -offset : offset
  }

  /** Moves the active cell; Shift extends the range. Returns false if the key does not move the cell. */
  const move = ({ shift, ...press }: { key: string; ctrl: boolean; shift: boolean }): boolean => {
    const height = ref.current?.clientHeight ?? 0
    const size = {
      rows: rowCount,
      columns: columnCount,
      pageRows: Math.max(1, Math.floor((height - HEAD_HEIGHT - TOTALS_HEIGHT) / ROW_HEIGHT)),
      isRtl,
    }
    const current = active ?? { row: 0, column: FIRST_DATA_COLUMN }
    const next = nextCell(current, press, size)
    if (!next) return false
    // The extent can be away from the active cell: Ctrl+Space selects columns without moving to the last row.
    const extent = shift && ends ? nextCell(clampToGrid(ends.extent), press, size) : next
    setState({ cell: next, ends: shift && extent ? { anchor: ends?.anchor ?? current, extent } : null })
    scrollToCell(next)
    // Moving to a frozen column also scrolls the row back to its start.
    if (next.column < frozen.length && next.column !== active?.column && ref.current) ref.current.scrollLeft = 0
    return true
  }

  const actions = useMemo(
    () => ({
      /** Moves to a cell and clears the range. */
      setActive: (next: (before: GridCell | null) => GridCell | null) =>
        setState((before) => ({ cell: next(before.cell), ends: null })),
      /** Moves to a cell and extends the range from its anchor to there. */
      extendRange: (extent: GridCell) =>
        setState((before) => ({
          cell: extent,
          ends: before.cell ? { anchor: before.ends?.anchor ?? before.cell, extent } : null,
        })),
      /** Sets the range without moving the active cell. */
      setRange: (next: RangeEnds | null) => setState((before) => ({ ...before, ends: next })),
    }),
    [],
  )

  return { active, range, scrollToCell, move, ...actions }
}
