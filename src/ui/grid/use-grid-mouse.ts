import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridCell } from './cell-navigation.ts'
import { LEAD, TOTALS_HEIGHT } from './grid-types.ts'

interface GridMouse {
  ref: RefObject<HTMLElement | null>
  active: GridCell | null
  isRtl: boolean
  setActive: (next: () => GridCell) => void
  extendTo: (cell: GridCell) => void
  reveal: (cell: GridCell) => void
  /** A cell that was pressed, without marking more. */
  onPress: (cell: GridCell) => void
  onTick: (cell: GridCell | null, isRange: boolean) => void
}

/** How far outside it the mouse pulls the grid along, and how often, in milliseconds. */
const PULL = 60

/** Presses, drags and clicks in the grid. The grid keeps the focus: a cell's button would lose it when it scrolls away. */
export function useGridMouse(options: GridMouse) {
  const { ref, setActive, extendTo, onPress, onTick } = options
  const stopDrag = useRef<(() => void) | null>(null)
  useEffect(() => () => stopDrag.current?.(), [])

  // A drag goes on while the grid is drawn anew.
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const startDrag = () => {
    stopDrag.current?.()
    let at = { x: 0, y: 0 }
    const look = () => {
      const { active, isRtl, reveal } = latest.current
      const cell = ref.current && cellAt(ref.current, at, isRtl)
      if (!cell || (cell.row === active?.row && cell.column === active.column)) return
      extendTo(cell)
      reveal(cell)
    }
    let pull: ReturnType<typeof setInterval> | undefined
    const onMove = (event: globalThis.MouseEvent) => {
      if (event.buttons !== 1) return stopDrag.current?.()
      at = { x: event.clientX, y: event.clientY }
      look()
      pull ??= setInterval(look, PULL)
    }
    const onUp = () => stopDrag.current?.()
    addEventListener('mousemove', onMove)
    addEventListener('mouseup', onUp)
    stopDrag.current = () => {
      clearInterval(pull)
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
      const isTick = target.closest('[data-tick]') !== null
      if (target.closest('button') || isTick || shiftKey) {
        event.preventDefault()
        ref.current?.focus({ preventScroll: true })
      }
      if (!cell) return
      if (shiftKey && !isTick) extendTo(cell)
      else {
        setActive(() => cell)
        if (!target.closest('button') && !isTick) onPress(cell)
      }
      if (button === 0 && !isTick) startDrag()
    },
    onClickCapture: (event: MouseEvent) => {
      // With Shift, cells are marked: their buttons do nothing.
      if (event.shiftKey && !isOfTick(event)) event.stopPropagation()
    },
    onClick: (event: MouseEvent) => {
      if (isOfTick(event)) onTick(eventCell(event), event.shiftKey)
    },
  }
}

const isOfTick = ({ target }: MouseEvent) => target instanceof Element && target.closest('[data-tick]') !== null

/** The cell under the mouse, or the nearest beside it that is drawn. */
function cellAt(grid: HTMLElement, { x, y }: { x: number; y: number }, isRtl: boolean): GridCell | null {
  const { left, right, top, bottom } = grid.getBoundingClientRect()
  const head = grid.querySelector('[role=rowgroup]')?.getBoundingClientRect().bottom ?? top
  const foot = top + grid.clientHeight - TOTALS_HEIGHT
  const inside = (value: number, from: number, to: number) => Math.max(from + 2, Math.min(to - 2, value))
  const [insideX, insideY] = [inside(x, left, left + grid.clientWidth), inside(y, head, foot)]
  const hit = document.elementFromPoint(Math.min(insideX, right), Math.min(insideY, bottom))
  const cell = hit && grid.contains(hit) ? cellOf(hit) : null
  if (!cell) return null
  // Beyond an edge it is the next one: revealing it pulls the grid along.
  const beyond = (value: number, from: number, to: number) => (value > to ? 1 : value < from ? -1 : 0)
  const across = beyond(x, left, left + grid.clientWidth)
  return {
    row: Math.max(0, cell.row + beyond(y, head, foot)),
    column: Math.max(LEAD, cell.column + (isRtl ? -across : across)),
  }
}

/** The cell that a mouse event was in. */
export function eventCell({ target, currentTarget }: MouseEvent): GridCell | null {
  return target instanceof Element && currentTarget.contains(target) ? cellOf(target) : null
}

function cellOf(element: Element): GridCell | null {
  const column = element.closest('[data-column]')?.getAttribute('data-column')
  const row = element.closest('[data-row]')?.getAttribute('data-row')
  return column && row ? { row: Number(row), column: Number(column) } : null
}
