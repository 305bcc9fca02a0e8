/** A cell by its indexes, which start at 0 and do not count header rows. */
export interface GridCell {
  row: number
  column: number
}

interface GridSize {
  rows: number
  columns: number
  /** Rows that fit in the viewport. */
  pageRows: number
  isRtl: boolean
}

interface KeyPress {
  key: string
  /** Control, or Command on a Mac. */
  ctrl: boolean
}

/** The cell that a key moves to, as in the data grid of the ARIA Authoring Practices; `null` for other keys. */
export function nextCell({ row, column }: GridCell, { key, ctrl }: KeyPress, size: GridSize): GridCell | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const to = (nextRow: number, nextColumn: number): GridCell => ({
    row: clamp(nextRow, last.row),
    column: clamp(nextColumn, last.column),
  })
  const backward = size.isRtl ? 'ArrowRight' : 'ArrowLeft'
  const forward = size.isRtl ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrl ? last.row : row + 1, column)
    case backward:
      return to(row, ctrl ? 0 : column - 1)
    case forward:
      return to(row, ctrl ? last.column : column + 1)
    case 'Home':
      return to(ctrl ? 0 : row, 0)
    case 'End':
      return to(ctrl ? last.row : row, last.column)
    case 'PageUp':
      return to(row - size.pageRows, column)
    case 'PageDown':
      return to(row + size.pageRows, column)
    default:
      return null
  }
}

const clamp = (index: number, last: number) => Math.max(0, Math.min(index, last))
