import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
} from 'react'
import classes from './grid.module.css'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { onGridKey } from './grid-keys.ts'
import {
  cellId,
  type GridColumn,
  type GridContent,
  type GridRows,
  type GridTicks,
  HEAD_ROWS,
  isTick,
  TICK,
} from './grid-types.ts'
import type { GridCell } from './next-cell.ts'
import { sectionSpans } from './section-spans.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useGridWindow } from './use-grid-window.ts'
import { useRowScroll } from './use-row-scroll.ts'
import { useTicks } from './use-ticks.ts'
import { WaitingRow } from './WaitingRow.tsx'

interface DataGridProps<Row, Column extends GridColumn> {
  /** The grid itself takes the focus; give it back here after a menu or panel. */
  ref: RefObject<HTMLDivElement | null>
  label: string
  content: GridContent<Row, Column>
  rows: GridRows<Row>
  rowKey: (row: Row) => string | number
  ticks: GridTicks<Row>
  /** In sight however far one scrolls across, behind the ticks. */
  frozen: readonly Column[]
  columns: readonly Column[]
  isRtl: boolean
  /** While other rows are on their way. */
  busy: boolean
  /** Names the rows shown; another name starts the grid at its top. `null` while the former ones stay. */
  page: string | null
  /** The row shown elsewhere in full. */
  openRow: number | null
  onOpen: (row: Row, how: 'keyboard' | 'mouse') => void
  /** Enter on a cell; false where the cell has nothing of its own to enter, and the row opens. */
  onEnter: (column: Column, row: Row) => boolean
  onEscape: (() => void) | undefined
  /** Hears which rows are in sight; the same function between renders. */
  onSight?: (first: number, last: number) => void
}

/** A grid of any size after the ARIA practices: it draws what is in sight, and is one stop for Tab. */
export function DataGrid<Row, Column extends GridColumn>(props: DataGridProps<Row, Column>) {
  const { ref, label, content, rows, rowKey, ticks, columns, isRtl, busy, page, openRow, onSight } = props
  const id = useId()
  const frozen = useMemo(() => [TICK, ...props.frozen], [props.frozen])
  const frozenSize = frozen.reduce((sum, { size }) => sum + size, 0)
  const spans = useMemo(() => sectionSpans(columns, frozenSize), [columns, frozenSize])
  const scroll = useRowScroll(ref, rows.length)
  const size = { ref, rowCount: rows.length, frozen, columns, frozenSize, isRtl }
  const { active, setActive, reveal, move } = useActiveCell({ ...size, revealRow: scroll.reveal })
  const inSight = useGridWindow({ ...size, active, scroll })
  const ticking = useTicks(rows, rowKey, ticks)
  const { toTop } = scroll

  useEffect(() => {
    if (scroll.last >= scroll.first) onSight?.(scroll.first, scroll.last)
  }, [onSight, scroll.first, scroll.last])

  useEffect(() => {
    if (page === null) return
    toTop()
    setActive((cell) => cell && { ...cell, row: 0 })
  }, [toTop, page, setActive])

  // The panel beside it leaves the grid less room: what was in sight may not be any more.
  const revealOpen = useEffectEvent((row: number) => {
    const cell = { row, column: active?.column ?? 1 }
    setActive(cell)
    reveal(cell)
  })
  useEffect(() => {
    if (openRow !== null) revealOpen(openRow)
  }, [openRow])

  const rowAt = (place: GridCell | null) => (place ? rows.at(place.row) : undefined)
  const onKeyDown = (event: KeyboardEvent) =>
    onGridKey(event, {
      enter: () => {
        const row = rowAt(active)
        const column = active && (frozen[active.column] ?? columns[active.column - frozen.length])
        if (!active || row === undefined || !column) return false
        if (!isTick(column)) return props.onEnter(column, row)
        ticking.toggle(active.row, false)
        return true
      },
      open: () => {
        const row = rowAt(active)
        if (row !== undefined) props.onOpen(row, 'keyboard')
      },
      escape: () => props.onEscape?.(),
      tick: () => {
        if (active?.column !== 0) return false
        ticking.toggle(active.row, false)
        return true
      },
      tickRow: () => active && ticking.toggle(active.row, false),
      tickAll: ticking.tickAll,
      move,
    })

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event)
    const row = rowAt(place)
    if (place) setActive(place)
    if (event.target instanceof Element && event.target.closest('button, [data-tick]')) {
      // The grid keeps the focus: a cell's button would lose it when it scrolls away.
      event.preventDefault()
      ref.current?.focus({ preventScroll: true })
    } else if (place && row !== undefined && openRow !== null && openRow !== place.row) {
      props.onOpen(row, 'mouse') // what is open follows
    }
  }

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-tick]')) return
    const place = placeOf(event)
    if (place) ticking.toggle(place.row, event.shiftKey)
    else ticking.toggleAll()
  }

  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event)
    const row = rowAt(place)
    if (row !== undefined && place?.column !== 0) props.onOpen(row, 'mouse')
  }

  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) setActive((cell) => cell ?? { row: openRow ?? 0, column: 1 })
  }

  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label={label}
      aria-busy={busy}
      aria-multiselectable
      aria-rowcount={HEAD_ROWS + rows.length}
      aria-colcount={frozen.length + columns.length}
      aria-activedescendant={active ? cellId(id, active.row, active.column) : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onFocus={onFocus}
    >
      <div className={classes.sheet} style={{ inlineSize: inSight.columnsSize }}>
        <GridHead
          content={content}
          frozen={frozen}
          frozenSize={frozenSize}
          columns={columns}
          placed={inSight.columns}
          spans={spans}
          ticked={ticks.state}
        />
        <div role="rowgroup" className={classes.body} style={{ blockSize: scroll.height }}>
          {inSight.rows.map((index) => {
            const row = rows.at(index)
            const place = {
              grid: id,
              index,
              top: scroll.topOf(index),
              frozen,
              placed: inSight.columns,
              active: active?.row === index ? active.column : null,
            }
            return row === undefined ? (
              <WaitingRow key={`waiting-${index}`} label={content.waiting} {...place} />
            ) : (
              <GridRow
                key={rowKey(row)}
                content={content}
                row={row}
                columns={columns}
                isOpen={openRow === index}
                isTicked={ticks.has(row)}
                {...place}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The cell under the mouse. */
function placeOf({ target, currentTarget }: MouseEvent) {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null
  const column = target.closest('[data-column]')?.getAttribute('data-column')
  const row = target.closest('[data-row]')?.getAttribute('data-row')
  return column && row ? { row: Number(row), column: Number(column) } : null
}
