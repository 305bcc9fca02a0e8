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
import { cellLayout } from './cell-layout.ts'
import type { GridCell } from './cell-navigation.ts'
import type { DataGridProps, GridScrollTarget } from './data-grid-props.ts'
import { onGridKey } from './grid-keys.ts'
import { cellId, type GridColumn, HEAD_ROWS, isSelectionColumn, LEAD, SELECTION } from './grid-types.ts'
import classes from './grid.module.css'
import { sectionSpans } from './section-spans.ts'
import { useActiveCell } from './use-active-cell.ts'
import { eventCell, useGridMouse } from './use-grid-mouse.ts'
import { useGridWindow } from './use-grid-window.ts'
import { useRowScroll } from './use-row-scroll.ts'
import { useRowSelection } from './use-row-selection.ts'

/** A grid of any size after the ARIA practices: it draws what is in sight, and is one stop for Tab. */
export function DataGrid<Row, Column extends GridColumn>(props: DataGridProps<Row, Column>) {
  const { ref, label, content, rows, rowKey, ticks, columns, isRtl, busy, page, openRow, goal } = props
  const { onSight, onAcross } = props
  const id = useId()
  const frozen = useMemo(() => [SELECTION, ...props.frozen], [props.frozen])
  const frozenSize = frozen.reduce((sum, { size }) => sum + size, 0)
  const spans = useMemo(() => sectionSpans(columns, frozenSize), [columns, frozenSize])
  const scroll = useRowScroll(ref, rows.length)
  const size = { ref, rowCount: rows.length, frozen, columns, frozenSize, isRtl }
  const { active, range, setActive, extendTo, mark, reveal, move } = useActiveCell({
    ...size,
    revealRow: scroll.reveal,
  })
  const inSight = useGridWindow({ ...size, active, scroll })
  const cells = useMemo(() => cellLayout(frozen, columns, inSight.columns), [frozen, columns, inSight.columns])
  const columnCount = frozen.length + columns.length
  const ticking = useRowSelection(rows, rowKey, ticks)
  const { toTop } = scroll

  useEffect(() => {
    if (scroll.last >= scroll.first) onSight?.(scroll.first, scroll.last)
  }, [onSight, scroll.first, scroll.last])

  const { firstColumn, lastColumn } = inSight
  useEffect(() => {
    if (lastColumn >= firstColumn) onAcross?.(firstColumn, lastColumn)
  }, [onAcross, firstColumn, lastColumn])

  useEffect(() => {
    if (page === null) return
    toTop()
    setActive((cell) => cell && { ...cell, row: 0 })
  }, [toTop, page, setActive])

  // The panel beside it leaves the grid less room: what was in sight may not be any more.
  const goTo = useEffectEvent(({ row, column, keepsFocus = false }: GridScrollTarget) => {
    const at = [...frozen, ...columns].findIndex(({ id: name }) => name === column)
    const cell = { row, column: at < 0 ? (active?.column ?? LEAD) : at }
    setActive(() => cell)
    reveal(cell)
    if (!keepsFocus) ref.current?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (openRow !== null) goTo({ row: openRow, keepsFocus: true })
  }, [openRow])
  useEffect(
    () =>
      goal?.subscribe(() => {
        const to = goal.get()
        if (to) goTo(to)
      }),
    [goal],
  )

  const rowAt = (place: GridCell | null) => (place ? rows.at(place.row) : undefined)
  const columnAt = (at: number) => frozen[at] ?? columns[at - frozen.length]
  const onKeyDown = (event: KeyboardEvent) =>
    onGridKey(event, {
      enter: () => {
        const row = rowAt(active)
        const column = active && columnAt(active.column)
        if (!active || row === undefined || !column) return false
        if (!isSelectionColumn(column)) return props.onEnter(column, row)
        ticking.toggle(active.row, false)
        return true
      },
      open: () => {
        const row = rowAt(active)
        if (row !== undefined) props.onOpen(row, 'keyboard')
      },
      escape: () => (range ? mark(null) : props.onEscape?.()),
      tick: () => {
        if (active?.column !== 0) return false
        ticking.toggle(active.row, false)
        return true
      },
      tickRows: () => active && ticking.toggleRows(range?.top ?? active.row, range?.bottom ?? active.row),
      selectAll: () => {
        ticking.tickAll()
        mark({ from: { row: 0, column: LEAD }, to: { row: rows.length - 1, column: columnCount - 1 } })
      },
      markColumns: () => {
        if (!active) return
        const [left, right] = [range?.left ?? active.column, range?.right ?? active.column]
        mark({ from: { row: 0, column: left }, to: { row: rows.length - 1, column: right } })
      },
      menu: () => {
        const column = active && columnAt(active.column)
        if (!active || !column || isSelectionColumn(column)) return
        reveal(active)
        props.onMenu(column)
      },
      step: (forward) => {
        const row = openRow === null ? undefined : rows.at(openRow + (forward ? 1 : -1))
        if (openRow === 0 && !forward) return true
        if (row !== undefined) props.onOpen(row, 'mouse')
        return openRow !== null
      },
      find: (what) => props.onFind?.(what) ?? false,
      isRtl,
      move,
    })

  const mouse = useGridMouse({
    ref,
    active,
    isRtl,
    setActive,
    extendTo,
    reveal,
    onPress: (place) => {
      const row = rowAt(place)
      if (row !== undefined && openRow !== null && openRow !== place.row) props.onOpen(row, 'mouse') // what is open follows
    },
    onTick: (place, isRange) => (place ? ticking.toggle(place.row, isRange) : ticking.toggleAll()),
  })

  const onDoubleClick = (event: MouseEvent) => {
    const place = eventCell(event)
    const row = rowAt(place)
    if (row !== undefined && place?.column !== 0) props.onOpen(row, 'mouse')
  }

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget || !active) return
    const { row, column } = active
    const cells = column < LEAD ? { left: LEAD, right: columnCount - 1 } : { left: column, right: column }
    props.onCopy(range ?? { top: row, bottom: row, ...cells }, event)
  }

  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) setActive((cell) => cell ?? { row: openRow ?? 0, column: LEAD })
  }

  return (
    <>
      <div
        ref={ref}
        role="grid"
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
        onFocus={onFocus}
        onCopy={onCopy}
      >
        <div className={classes.sheet} style={{ inlineSize: inSight.columnsSize }}>
          <GridHead
            content={content}
            cells={cells}
            frozenSize={frozenSize}
            columns={columns}
            spans={spans}
            ticked={ticks.state}
            isPassing={inSight.isPassing}
          />
          <GridBody
            grid={id}
            content={content}
            rows={rows}
            rowKey={rowKey}
            ticks={ticks}
            inSight={inSight.rows}
            cells={cells}
            isPassing={inSight.isPassing}
            scroll={scroll}
            active={active}
            range={range}
            openRow={openRow}
            found={props.found ?? null}
          />
          <GridTotals content={content} cells={cells} />
        </div>
      </div>
      {props.children({ active, range })}
    </>
  )
}
