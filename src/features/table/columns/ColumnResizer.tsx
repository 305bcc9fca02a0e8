import { useDirection } from '@mantine/core'
import { type PointerEvent, useContext, useRef } from 'react'
import classes from './ColumnHeader.module.css'
import type { SizedColumn } from './collapsed-groups.ts'
import { ColumnWidthsContext } from './column-widths.ts'

/** The edge of a column header that resizes the column by dragging. A double click restores the default width. */
export function ColumnResizer({ column: { id, size } }: { column: SizedColumn }) {
  const { resize } = useContext(ColumnWidthsContext)
  const { dir } = useDirection()
  const drag = useRef<{ from: number; size: number } | null>(null)
  const widthAt = ({ clientX }: PointerEvent) => {
    if (!drag.current) return null
    const moved = clientX - drag.current.from
    return drag.current.size + (dir === 'rtl' ? -moved : moved)
  }
  const onPointerEnd = (event: PointerEvent) => {
    const width = widthAt(event)
    if (width !== null && event.clientX !== drag.current?.from) resize(id, width, true)
    drag.current = null
  }
  return (
    // Hidden from screen readers: the column's menu does the same.
    <span
      aria-hidden
      className={classes.resizer}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: event.clientX, size }
      }}
      onPointerMove={(event) => {
        const width = widthAt(event)
        if (width !== null) resize(id, width, false)
      }}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onMouseDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        resize(id, null, true)
      }}
    />
  )
}
