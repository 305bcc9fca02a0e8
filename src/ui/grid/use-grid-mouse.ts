import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridCell } from './cell-navigation.ts'
import { type GridRange, isInRange } from './cell-range.ts'
import { FIRST_DATA_COLUMN, TOTALS_HEIGHT } from './grid-types.ts'

interface GridMouseOptions {
  ref: RefObject<HTMLElement | null>
  active: GridCell | null
  range: GridRange | null
  isRtl: boolean
  setActive: (next: () => GridCell) => void
  extendRange: (cell: GridCell) => void
  scrollToCell: (cell: GridCell) => void
  /** A press on a cell that does not extend the range. */
  onPress: (cell: GridCell) => void
  onToggle: (cell: GridCell | null, isRange: boolean) => void
}

/** The mouse button that opens menus. */
const SECONDARY = 2

/** Milliseconds between two steps of scrolling while the mouse is dragged outside the grid. */
const AUTO_SCROLL_INTERVAL = 60

/** Mouse handlers of the grid. The grid keeps the focus, because a button in a cell is removed when it scrolls away. */
export function useGridMouse(options: GridMouseOptions) {
  const { ref, range, setActive, extendRange, onPress, onToggle } = options
  const stopDrag = useRef<(() => void) | null>(null)
  useEffect(() => () => stopDrag.current?.(), [])

  // A drag continues over several renders.
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const startDrag = () => {
    stopDrag.current?.()
    let mouse = { x: 0, y: 0 }
    const extendToMouse = () => {
      const { active, isRtl, scrollToCell } = latest.current
      const cell = ref.current && cellAt(ref.current, mouse, isRtl)
      if (!cell || (cell.row === active?.row && cell.column === active.column)) return
      extendRange(cell)
      scrollToCell(cell)
    }
    let autoScroll: ReturnType<typeof setInterval> | undefined
    const onMove = (event: globalThis.MouseEvent) => {
      if (event.buttons !== 1) return stopDrag.current?.()
      mouse = { x: event.clientX, y: event.clientY }
      extendToMouse()
      autoScroll ??= setInterval(extendToMouse, AUTO_SCROLL_INTERVAL)
    }
    const onUp = () => stopDrag.current?.()
    addEventListener('mousemove', onMove)
    addEventListener('mouseup', onUp)
    stopDrag.current = () => {
      clearInterval(autoScroll)
      removeEventListener('mousemove', onMove)
      removeEventListener('mouseup', onUp)
      stopDrag.current = null
    }
  }

  return {
    onMouseDown: (event: MouseEvent) => {
      const { target, button, shiftKey } = event
      if (!(target instanceof Element)) return
      const cell = eventCell(event)
      const isCheckbox = isOnCheckbox(event)
      const isControl = isCheckbox || target.closest('button, a') !== null
      if (isControl || shiftKey) {
        event.preventDefault()
        ref.current?.focus({ preventScroll: true })
      }
      if (!cell) return
      if (button === SECONDARY) {
        // The menu of a selected range is about all of it.
        if (!range || !isInRange(cell, range)) setActive(() => cell)
        return
      }
      if (shiftKey && !isCheckbox) extendRange(cell)
      else {
        setActive(() => cell)
        if (!isControl && button === 0) onPress(cell)
      }
      if (button === 0 && !isCheckbox) startDrag()
    },
    onClickCapture: (event: MouseEvent) => {
      // Shift+click extends the range: it does not press buttons and links in cells.
      if (!event.shiftKey || isOnCheckbox(event)) return
      event.stopPropagation()
      event.preventDefault()
    },
    onClick: (event: MouseEvent) => {
      if (isOnCheckbox(event)) onToggle(eventCell(event), event.shiftKey)
    },
  }
}

/** The checkbox takes up its whole cell, except for the button that opens the row. */
const isOnCheckbox = ({ target }: MouseEvent) =>
  target instanceof Element &&
  target.closest('[data-selection]') !== null &&
  target.closest('button:not([role=checkbox])') === null

/** The cell under the mouse; outside the grid, the cell after the nearest visible one. */
function cellAt(grid: HTMLElement, { x, y }: { x: number; y: number }, isRtl: boolean): GridCell | null {
  const { left, right, top, bottom } = grid.getBoundingClientRect()
  const bodyTop = grid.querySelector('[role=rowgroup]')?.getBoundingClientRect().bottom ?? top
  const totalsTop = top + grid.clientHeight - TOTALS_HEIGHT
  const inside = (value: number, from: number, to: number) => Math.max(from + 2, Math.min(to - 2, value))
  const [insideX, insideY] = [inside(x, left, left + grid.clientWidth), inside(y, bodyTop, totalsTop)]
  const element = document.elementFromPoint(Math.min(insideX, right), Math.min(insideY, bottom))
  const cell = element && grid.contains(element) ? cellOf(element) : null
  if (!cell) return null
  // Scrolling to the next cell scrolls the grid while the mouse is outside.
  const outside = (value: number, from: number, to: number) => (value > to ? 1 : value < from ? -1 : 0)
  const columnOffset = outside(x, left, left + grid.clientWidth)
  return {
    row: Math.max(0, cell.row + outside(y, bodyTop, totalsTop)),
    column: Math.max(FIRST_DATA_COLUMN, cell.column + (isRtl ? -columnOffset : columnOffset)),
  }
}

/** The cell in which a mouse event happened. */
export function eventCell({ target, currentTarget }: MouseEvent): GridCell | null {
  return target instanceof Element && currentTarget.contains(target) ? cellOf(target) : null
}

/** The index of the column whose header a mouse event happened on. */
export function eventHead({ target, currentTarget }: MouseEvent): number | null {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null
  const index = target.closest('[data-head]')?.getAttribute('data-head')
  return index ? Number(index) : null
}

function cellOf(element: Element): GridCell | null {
  const column = element.closest('[data-column]')?.getAttribute('data-column')
  const row = element.closest('[data-row]')?.getAttribute('data-row')
  return column && row ? { row: Number(row), column: Number(column) } : null
}
