import { VisuallyHidden } from '@mantine/core'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { type Mark, markKey } from '#/features/form-check/shown-finding.ts'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import { useCellGrid } from '#/ui/grid/use-cell-grid.ts'
import classes from './SheetGrid.module.css'
import { HEAD_HEIGHT, NUMBERS_WIDTH, ROW_HEIGHT, sheetColumns } from './sheet-columns.ts'

/** A place in a sheet, as spreadsheets count rows. A new object scrolls there again. */
export interface SheetTarget {
  row: number
  column: number | undefined
}

interface SheetGridProps {
  sheet: CellSheet
  marks: ReadonlyMap<string, Mark>
  target: SheetTarget | null
  /** A marked cell was clicked, or entered. */
  onMark: (row: number, column: number) => void
}

/** The headings are the first row of the sheet, which stays in view. */
const FIRST_ROW = 2
/** Rows that come into view below the target. */
const ROWS_BELOW = 4

/** A sheet of the file as it is. Virtualized in both directions; one tab stop, as a data grid of the ARIA practices. */
export function SheetGrid({ sheet, marks, target, onMark }: SheetGridProps) {
  const { t } = useTranslation('form-check')
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => sheetColumns(sheet), [sheet])
  const rowCount = Math.max(0, sheet.rows.length - 1)
  const grid = useCellGrid({
    ref,
    rowCount,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    frozen: { count: 1, width: NUMBERS_WIDTH },
    columns,
    isRtl: false, // sheets of forms run from left to right in every language
  })
  const { active, setActive, scrollToCell } = grid
  const virtualColumns = grid.columns.getVirtualItems()
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`

  const goTo = useEffectEvent(({ row, column }: SheetTarget) => {
    const cell = { row: Math.max(0, row - FIRST_ROW), column: (column ?? -1) + 1 }
    setActive(cell)
    // With some rows below it, then the cell itself.
    scrollToCell({ ...cell, row: Math.min(cell.row + ROWS_BELOW, rowCount - 1) })
    scrollToCell(cell)
  })
  useEffect(() => {
    if (target) goTo(target)
  }, [target])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (altKey || shiftKey) return
    if (key === 'Enter' && active) onMark(active.row + FIRST_ROW, active.column - 1)
    else if (!grid.move({ key, ctrl: ctrlKey || metaKey })) return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]')
    const row = Number(cell?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? 0)
    const column = Number(cell?.dataset['column'] ?? -1)
    if (!cell || row === 0) return
    if (row >= FIRST_ROW) setActive({ row: row - FIRST_ROW, column: column + 1 })
    ref.current?.focus({ preventScroll: true })
    onMark(row, column)
  }

  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget && !active) setActive({ row: 0, column: 1 })
  }

  const cells = (row: number) =>
    virtualColumns.map(({ index, start, size }) => {
      const text = sheet.rows[row - 1]?.[index] ?? ''
      const mark = marks.get(markKey(row, index))
      const isHead = row < FIRST_ROW
      const isActive = !isHead && active?.row === row - FIRST_ROW && active.column === index + 1
      return (
        <div
          key={index}
          id={cellId(row - FIRST_ROW, index + 1)}
          role={isHead ? 'columnheader' : 'gridcell'}
          aria-colindex={index + 2}
          data-column={index}
          className={isHead ? `${classes.cell} ${classes.headCell}` : classes.cell}
          data-mark={mark}
          data-active={isActive || undefined}
          style={{ inlineSize: size, insetInlineStart: start }}
          title={text}
        >
          <span dir="auto">{text}</span>
          {mark && <VisuallyHidden>{t(`mark.${mark}`)}</VisuallyHidden>}
        </div>
      )
    })
  const hasError = (row: number) => columns.some((_, index) => marks.get(markKey(row, index)) === 'error')

  return (
    <div
      ref={ref}
      role="grid"
      data-scroller="grid"
      dir="ltr"
      tabIndex={0}
      className={classes.grid}
      aria-label={t('sheet.label', { sheet: sheet.name })}
      aria-rowcount={sheet.rows.length}
      aria-colcount={grid.columnCount}
      aria-activedescendant={active ? cellId(active.row, active.column) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div className={classes.sheet} style={{ inlineSize: grid.columns.getTotalSize() }}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} data-row={1} className={classes.heads}>
            <div role="columnheader" aria-colindex={1} className={`${classes.number} ${classes.corner}`}>
              <VisuallyHidden>{t('sheet.row')}</VisuallyHidden>
            </div>
            {cells(1)}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ blockSize: grid.rows.getTotalSize() }}>
          {grid.rows.getVirtualItems().map(({ index, start }) => {
            const row = index + FIRST_ROW
            return (
              <div
                key={row}
                role="row"
                aria-rowindex={row}
                data-row={row}
                className={classes.row}
                style={{ insetBlockStart: start - grid.rows.options.scrollMargin }}
              >
                <div
                  id={cellId(index, 0)}
                  role="rowheader"
                  aria-colindex={1}
                  data-column={-1}
                  className={classes.number}
                  data-mark={hasError(row) ? 'error' : undefined}
                  data-active={(active?.row === index && active.column === 0) || undefined}
                >
                  {row}
                </div>
                {cells(row)}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
