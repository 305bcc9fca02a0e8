import type { GridColumn, PlacedColumn, SelectionColumn } from './grid-types.ts'
import classes from './grid.module.css'

/** A cell that is drawn in each row: of which column, and where. */
export interface PlacedCell<Column extends GridColumn> {
  column: Column | SelectionColumn
  /** Among all columns. */
  at: number
  start: number
  size: number
  /** In sight however far one scrolls across; the last of them has an edge. */
  frozen: 'inner' | 'edge' | undefined
}

export function cellLayout<Column extends GridColumn>(
  frozen: readonly (Column | SelectionColumn)[],
  columns: readonly Column[],
  placed: readonly PlacedColumn[],
): PlacedCell<Column>[] {
  let start = 0
  const staying = frozen.map((column, at): PlacedCell<Column> => {
    const from = start
    start += column.size
    return { column, at, start: from, size: column.size, frozen: at === frozen.length - 1 ? 'edge' : 'inner' }
  })
  const passing = placed.flatMap(({ index, start: from, size }): PlacedCell<Column>[] => {
    const column = columns[index]
    return column ? [{ column, at: frozen.length + index, start: from, size, frozen: undefined }] : []
  })
  return [...staying, ...passing]
}

/** Whether a cell goes by with the columns that one scrolls past: neither does what is frozen, nor the current cell. */
export const comesBy = (
  { frozen, at }: Pick<PlacedCell<GridColumn>, 'frozen' | 'at'>,
  isPassing: boolean,
  active: number | null,
) => isPassing && !frozen && active !== at

/** How an element is put there. */
export const cellProps = (
  { start, size, frozen }: Omit<PlacedCell<GridColumn>, 'column' | 'at'>,
  className: string | undefined,
) => ({
  className: `${className} ${frozen ? classes.frozen : classes.free}`,
  'data-edge': frozen === 'edge' || undefined,
  style: { inlineSize: size, insetInlineStart: start },
})
