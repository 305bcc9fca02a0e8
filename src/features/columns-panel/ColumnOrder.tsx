import { IconArrowDown, IconArrowUp, IconGripVertical, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type ColumnLayout, withColumnFrozen, withColumnMoved } from '#/dataset/model/column-order.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isolate } from '#/lib/bidi.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './ColumnsPanel.module.css'
import { useDragToReorder } from '#/ui/use-drag-to-reorder.ts'

interface ColumnOrderProps {
  all: readonly DataColumn[]
  layout: ColumnLayout
  onLayoutChange: (chosen: ColumnLayout) => void
  /** What a screen reader is to say. */
  announce: (text: string) => void
}

const LINE_HEIGHT = 44

/** The columns of the table in their order: dragged, or moved a step at a time; frozen ones stay visible. */
export function ColumnOrder({ all, layout, onLayoutChange, announce }: ColumnOrderProps) {
  const { t } = useTranslation('columns')
  const display = useDisplay()
  const help = useId()
  const known = useMemo(() => new Map(all.map((column) => [column.id, column])), [all])
  const { frozen, rest } = layout
  const ids = useMemo(() => [...frozen, ...rest], [frozen, rest])
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller,
    estimateSize: () => LINE_HEIGHT,
    overscan: 4,
  })

  const nameOf = (id: string) => {
    const column = known.get(id)
    return column ? columnName(column, display) : id
  }
  const move = (id: string, to: number) => {
    const list = frozen.includes(id) ? frozen : rest
    const target = Math.max(0, Math.min(to, list.length - 1))
    if (target === list.indexOf(id)) return
    onLayoutChange(withColumnMoved(layout, id, target))
    announce(t('moved', { name: isolate(nameOf(id)), place: target + 1, total: list.length }))
  }
  const freeze = (id: string, isFrozen: boolean) => {
    onLayoutChange(withColumnFrozen(layout, id, isFrozen))
    announce(t(isFrozen ? 'isFrozen' : 'isUnfrozen', { name: isolate(nameOf(id)) }))
  }
  const drag = useDragToReorder({
    scroller,
    lineSize: LINE_HEIGHT,
    onDrop: (from, to) => {
      const id = ids[from]
      if (id !== undefined) move(id, from < frozen.length ? to : to - frozen.length)
    },
  })
  const onKeyDown = (event: KeyboardEvent, id: string, place: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    move(id, place + step)
  }

  return (
    <>
      <p id={help} className={classes.help}>
        {t('orderHelp')}
      </p>
      <div ref={setScroller} className={classes.scroller} role="region" aria-label={t('order')} tabIndex={0}>
        <ol className={classes.lines} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const id = ids[index] ?? ''
            const isFrozen = index < frozen.length
            const place = isFrozen ? index : index - frozen.length
            const last = (isFrozen ? frozen : rest).length - 1
            const name = isolate(nameOf(id))
            const buttons = { variant: 'subtle', color: 'gray', size: 28, className: classes.button ?? '' } as const
            return (
              <li
                key={id}
                className={classes.line}
                data-dragged={drag.dragged === index || undefined}
                data-edge={index === frozen.length - 1 || undefined}
                aria-posinset={index + 1}
                aria-setsize={ids.length}
                style={{ insetBlockStart: start + drag.shiftOf(index), blockSize: size }}
              >
                <button
                  type="button"
                  className={classes.grip}
                  aria-label={t('move', { name })}
                  aria-describedby={help}
                  onKeyDown={(event) => onKeyDown(event, id, place)}
                  {...drag.grip(index)}
                >
                  <IconGripVertical size={16} stroke={1.75} aria-hidden />
                </button>
                <bdi className={classes.name}>{nameOf(id)}</bdi>
                <IconButton
                  {...buttons}
                  label={t('moveUp', { name })}
                  disabled={place === 0}
                  onClick={() => move(id, place - 1)}
                >
                  <IconArrowUp size={16} stroke={1.75} aria-hidden />
                </IconButton>
                <IconButton
                  {...buttons}
                  label={t('moveDown', { name })}
                  disabled={place === last}
                  onClick={() => move(id, place + 1)}
                >
                  <IconArrowDown size={16} stroke={1.75} aria-hidden />
                </IconButton>
                <IconButton
                  {...buttons}
                  label={t('freeze', { name })}
                  aria-pressed={isFrozen}
                  onClick={() => freeze(id, !isFrozen)}
                >
                  {isFrozen ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} stroke={1.75} aria-hidden />}
                </IconButton>
              </li>
            )
          })}
        </ol>
      </div>
    </>
  )
}
