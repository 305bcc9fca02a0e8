import type { GridColumn, SelectionColumn, VirtualColumn } from './grid-types.ts'
import classes from './grid.module.css'

/** The column and the position of one cell. It is the same in every row. */
export interface CellLayout<Column extends GridColumn> {
  column: Column | SelectionColumn
  /** Index among all columns, the selection column included. */
  columnIndex: number
  /** Pixels from the start edge of the row. */
  start: number
  /** Pixels. */
  size: number
  /** Set for columns that stay visible during horizontal scrolling; `edge` is the last of them. */
  frozen: 'inner' | 'edge' | undefined
}

/** Lays out the cells that are rendered in each row: all frozen columns, then the virtual ones. */
export function layOutCells<Column extends GridColumn>(
  frozen: readonly (Column | SelectionColumn)[],
  columns: readonly Column[],
  virtualColumns: readonly VirtualColumn[],
): CellLayout<Column>[] {
  let frozenSize = 0
  const frozenCells = frozen.map((column, columnIndex): CellLayout<Column> => {
    const start = frozenSize
    frozenSize += column.size
    return {
      column,
      columnIndex,
      start,
      size: column.size,
      frozen: columnIndex === frozen.length - 1 ? 'edge' : 'inner',
    }
  })
  const scrollingCells = virtualColumns.flatMap(({ index, start, size }): CellLayout<Column>[] => {
    const column = columns[index]
    return column ? [{ column, columnIndex: frozen.length + index, start, size, frozen: undefined }] : []
  })
  return [...frozenCells, ...scrollingCells]
}

/** Whether a cell is not rendered while other columns scroll by. Frozen cells and the active cell always are. */
export const isSkippedWhileScrolling = (
  { frozen, columnIndex }: Pick<CellLayout<GridColumn>, 'frozen' | 'columnIndex'>,
  isScrollingColumns: boolean,
  activeColumn: number | null,
) => isScrollingColumns && !frozen && activeColumn !== columnIndex

/** The class, style and data attributes that position the element of a cell. */
export const cellProps = (
  { start, size, frozen }: Omit<CellLayout<GridColumn>, 'column' | 'columnIndex'>,
  className: string | undefined,
) => ({
  className: `${className} ${frozen ? classes.frozen : classes.scrolling}`,
  'data-edge': frozen === 'edge' || undefined,
  style: { inlineSize: size, insetInlineStart: start },
})
