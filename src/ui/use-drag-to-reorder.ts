import { type PointerEvent, useState } from 'react'

interface DraggedLine {
  scroller: HTMLElement | null
  /** Pixels; all lines are of one height. */
  lineSize: number
  onDrop: (from: number, to: number) => void
}

interface Drag {
  from: number
  /** Where it was taken, and where the pointer is, down the whole list. */
  start: number
  now: number
}

const NEAR_EDGE = 40
const SCROLL_STEP = 12

/** Moves a line of a list by its grip, with mouse, pen or finger; Escape or a lost pointer puts it back. */
export function useDragToReorder({ scroller, lineSize, onDrop }: DraggedLine) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const shift = drag ? drag.now - drag.start : 0
  const target = drag ? drag.from + Math.round(shift / lineSize) : 0

  const placeOf = (clientY: number) => clientY + (scroller?.scrollTop ?? 0)
  const grip = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const start = placeOf(event.clientY)
      setDrag({ from: index, start, now: start })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag || !scroller) return
      const { top, bottom } = scroller.getBoundingClientRect()
      if (event.clientY < top + NEAR_EDGE) scroller.scrollTop -= SCROLL_STEP
      else if (event.clientY > bottom - NEAR_EDGE) scroller.scrollTop += SCROLL_STEP
      setDrag({ ...drag, now: placeOf(event.clientY) })
    },
    onPointerUp: () => {
      if (!drag) return
      setDrag(null)
      if (target !== drag.from) onDrop(drag.from, target)
    },
    onPointerCancel: () => setDrag(null),
    onLostPointerCapture: () => setDrag(null),
  })

  /** How far a line stands from its place while one is dragged: the others make room. */
  const shiftOf = (index: number) => {
    if (!drag) return 0
    if (index === drag.from) return shift
    if (index > drag.from && index <= target) return -lineSize
    if (index < drag.from && index >= target) return lineSize
    return 0
  }
  return { dragged: drag?.from ?? null, grip, shiftOf }
}
