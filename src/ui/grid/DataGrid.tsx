import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
} from 'react'
import { GridBody } from './GridBody.tsx'
import { GridHead } from './GridHead.tsx'
import { GridTotals } from './GridTotals.tsx'
import { layOutCells } from './cell-layout.ts'
import type { GridCell } from './cell-navigation.ts'
import { isInRange } from './cell-range.ts'
import type { DataGridProps, GridScrollTarget } from './data-grid-props.ts'
import { onGridKey } from './grid-keys.ts'
import {
  cellId,
  FIRST_DATA_COLUMN,
  type GridColumn,
  HEAD_ROWS,
  isSelectionColumn,
  SELECTION_COLUMN,
} from './grid-types.ts'
import classes from './grid.module.css'
import { sectionSpans } from './section-spans.ts'
import { useActiveCell } from './use-active-cell.ts'
import { eventCell, eventHead, useGridMouse } from './use-grid-mouse.ts'
import { useRowScroll } from './use-row-scroll.ts'
import { useRowSelection } from './use-row-selection.ts'
import { useVirtualGrid } from './use-virtual-grid.ts'

/** A virtualized data grid that follows the ARIA Authoring Practices: it renders the visible cells, and is one tab stop. */
export function DataGrid<Row, Column extends GridColumn>(props: DataGridProps<Row, Column>) {
  const { ref, label, content, rows, rowKey, selection, columns, isRtl, busy, resetKey, openRow, scrollTarget } = props
  const { onVisibleRowsChange, onVisibleColumnsChange } = props
  const id = useId()
  const frozen = useMemo(() => [SELECTION_COLUMN, ...props.frozen], [props.frozen])
  const frozenSize = frozen.reduce((sum, { size }) => sum + size, 0)
  const spans = useMemo(() => sectionSpans(columns, frozenSize), [columns, frozenSize])
  const scroll = useRowScroll(ref, rows.length)
  const size = { ref, rowCount: rows.length, frozen, columns, frozenSize, isRtl }
  const { active, range, setActive, extendRange, setRange, scrollToCell, move } = useActiveCell({
    ...size,
    scrollToRow: scroll.scrollToRow,
  })
  const virtual = useVirtualGrid({ ...size, active, scroll })
  const cells = useMemo(() => layOutCells(frozen, columns, virtual.columns), [frozen, columns, virtual.columns])
  const columnCount = frozen.length + columns.length
  const rowSelection = useRowSelection(rows, rowKey, selection)
  const { scrollToTop } = scroll

  useEffect(() => {
    if (scroll.last >= scroll.first) onVisibleRowsChange?.(scroll.first, scroll.last)
  }, [onVisibleRowsChange, scroll.first, scroll.last])

  const { firstColumn, lastColumn } = virtual
  useEffect(() => {
    if (lastColumn >= firstColumn) onVisibleColumnsChange?.(firstColumn, lastColumn)
  }, [onVisibleColumnsChange, firstColumn, lastColumn])

  useEffect(() => {
    if (resetKey === null) return
    scrollToTop()
    setActive((cell) => cell && { ...cell, row: 0 })
  }, [scrollToTop, resetKey, setActive])

  const goToCell = useEffectEvent(({ row, column, keepsFocus = false }: GridScrollTarget) => {
    const index = [...frozen, ...columns].findIndex((one) => one.id === column)
    const cell = { row, column: index < 0 ? (active?.column ?? FIRST_DATA_COLUMN) : index }
    setActive(() => cell)
    scrollToCell(cell)
    if (!keepsFocus) ref.current?.focus({ preventScroll: true })
  })
  // The panel that opens leaves less room for the grid: the row may have to scroll into view.
  useEffect(() => {
    if (openRow !== null) goToCell({ row: openRow, keepsFocus: true })
  }, [openRow])
  useEffect(
    () =>
      scrollTarget?.subscribe(() => {
        const target = scrollTarget.get()
        if (target) goToCell(target)
      }),
    [scrollTarget],
  )

  const rowAt = (cell: GridCell | null) => (cell ? rows.at(cell.row) : undefined)
  const columnAt = (index: number) => frozen[index] ?? columns[index - frozen.length]
  /** Returns false if the row is not loaded. */
  const openRowMenu = (cell: GridCell, position: { x: number; y: number }) => {
    const row = rowAt(cell)
    const column = columnAt(cell.column)
    if (row === undefined || !column) return false
    props.onRowMenu({
      row,
      cell,
      column: isSelectionColumn(column) ? null : column,
      range: range && isInRange(cell, range) ? range : null,
      position,
    })
    return true
  }
  const onKeyDown = (event: KeyboardEvent) =>
    onGridKey(event, {
      enterCell: () => {
        const row = rowAt(active)
        const column = active && columnAt(active.column)
        if (!active || row === undefined || !column) return false
        if (!isSelectionColumn(column)) return props.onEnter(column, row)
        rowSelection.toggle(active.row, false)
        return true
      },
      editCell: () => {
        const row = rowAt(active)
        const column = active && columnAt(active.column)
        if (!active || row === undefined || !column) return
        if (isSelectionColumn(column)) rowSelection.toggle(active.row, false)
        else props.onEdit(column, row)
      },
      openRow: () => {
        const row = rowAt(active)
        if (row !== undefined) props.onOpen(row, 'keyboard')
      },
      escape: () => (range ? setRange(null) : props.onEscape?.()),
      toggleRow: () => {
        if (active?.column !== 0) return false
        rowSelection.toggle(active.row, false)
        return true
      },
      toggleRowsInRange: () => active && rowSelection.toggleRows(range?.top ?? active.row, range?.bottom ?? active.row),
      selectAll: () => {
        rowSelection.selectAll()
        setRange({
          anchor: { row: 0, column: FIRST_DATA_COLUMN },
          extent: { row: rows.length - 1, column: columnCount - 1 },
        })
      },
      selectColumns: () => {
        if (!active) return
        const [left, right] = [range?.left ?? active.column, range?.right ?? active.column]
        setRange({ anchor: { row: 0, column: left }, extent: { row: rows.length - 1, column: right } })
      },
      openColumnMenu: () => {
        const column = active && columnAt(active.column)
        if (!active || !column || isSelectionColumn(column)) return
        scrollToCell(active)
        props.onColumnMenu(column)
      },
      openRowMenu: () => {
        if (!active) return
        scrollToCell(active)
        const box = document.getElementById(cellId(id, active.row, active.column))?.getBoundingClientRect()
        if (box) openRowMenu(active, { x: isRtl ? box.right : box.left, y: box.bottom })
      },
      openAdjacentRow: (forward) => {
        const row = openRow === null ? undefined : rows.at(openRow + (forward ? 1 : -1))
        if (openRow === 0 && !forward) return true
        if (row !== undefined) props.onOpen(row, 'mouse')
        return openRow !== null
      },
      find: (command) => props.onFind?.(command) ?? false,
      isRtl,
      move,
    })

  const mouse = useGridMouse({
    ref,
    active,
    range,
    isRtl,
    setActive,
    extendRange,
    scrollToCell,
    // An open panel follows the row that is pressed.
    onPress: (cell) => {
      const row = rowAt(cell)
      if (row !== undefined && openRow !== null && openRow !== cell.row) props.onOpen(row, 'mouse')
    },
    onToggle: (cell, isRange) => (cell ? rowSelection.toggle(cell.row, isRange) : rowSelection.toggleAll()),
  })

  const onDoubleClick = (event: MouseEvent) => {
    const cell = eventCell(event)
    const row = rowAt(cell)
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null // it has opened the row
    if (row !== undefined && cell?.column !== 0 && !isOnLink) props.onOpen(row, 'mouse')
  }

  /** With Shift the browser's own menu opens. */
  const onContextMenu = (event: MouseEvent) => {
    if (event.shiftKey) return
    const cell = eventCell(event)
    const column = columnAt(eventHead(event) ?? -1)
    if (cell && openRowMenu(cell, { x: event.clientX, y: event.clientY })) event.preventDefault()
    else if (column && !isSelectionColumn(column)) {
      event.preventDefault()
      props.onColumnMenu(column)
    }
  }

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget || !active) return
    const { row, column } = active
    const cells =
      column < FIRST_DATA_COLUMN ? { left: FIRST_DATA_COLUMN, right: columnCount - 1 } : { left: column, right: column }
    props.onCopy(range ?? { top: row, bottom: row, ...cells }, event)
  }

  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget)
      setActive((cell) => cell ?? { row: openRow ?? 0, column: FIRST_DATA_COLUMN })
  }

  return (
    <>
      <div
        ref={ref}
        role="grid"
        data-scroller="grid"
        tabIndex={0}
        className={classes.grid}
        aria-label={label}
        aria-busy={busy}
        aria-multiselectable
        aria-rowcount={HEAD_ROWS + rows.length}
        aria-colcount={columnCount}
        aria-activedescendant={active ? cellId(id, active.row, active.column) : undefined}
        onKeyDown={onKeyDown}
        {...mouse}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onFocus={onFocus}
        onCopy={onCopy}
      >
        <div className={classes.sheet} style={{ inlineSize: virtual.columnsSize }}>
          <GridHead
            content={content}
            cells={cells}
            frozenSize={frozenSize}
            columns={columns}
            spans={spans}
            selectionState={selection.state}
            isScrollingColumns={virtual.isScrollingColumns}
          />
          <GridBody
            gridId={id}
            content={content}
            rows={rows}
            rowKey={rowKey}
            selection={selection}
            rowIndexes={virtual.rowIndexes}
            cells={cells}
            isScrollingColumns={virtual.isScrollingColumns}
            scroll={scroll}
            active={active}
            range={range}
            openRow={openRow}
            highlights={props.highlights ?? null}
          />
          <GridTotals content={content} cells={cells} />
        </div>
      </div>
      {props.children({ active, range })}
    </>
  )
}
