import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EXTRA_COLUMNS } from '#/features/projects/extra-columns.tsx'
import { DEFAULT_COLUMNS, type ProjectColumn } from '#/features/projects/project-columns.tsx'
import type { ProjectColumnChoice } from '#/features/projects/use-project-columns.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { useDragToReorder } from '#/ui/use-drag-to-reorder.ts'
import classes from './ColumnsPanel.module.css'
import { moved, toggled } from './column-choice.ts'

interface ColumnsPanelProps {
  columns: ProjectColumnChoice
  onClose: () => void
}

const LINE_HEIGHT = 44
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Which columns the list has, and in which order. The list follows at once. */
export function ColumnsPanel({ columns: { shown, choose }, onClose }: ColumnsPanelProps) {
  const { t } = useTranslation(['project-list', 'projects', 'columns'])
  const help = useId()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [said, setSaid] = useState('')
  const nameOf = ({ id }: ProjectColumn) => t(`projects:column.${id}`)
  const hidden = [...DEFAULT_COLUMNS, ...EXTRA_COLUMNS].filter((column) => !shown.includes(column))

  const move = (column: ProjectColumn, to: number) => {
    const target = Math.max(0, Math.min(to, shown.length - 1))
    if (target === shown.indexOf(column)) return
    choose(moved(shown, column, target))
    setSaid(t('columns:moved', { name: nameOf(column), place: target + 1, total: shown.length }))
  }
  const drag = useDragToReorder({
    scroller,
    lineSize: LINE_HEIGHT,
    onDrop: (from, to) => {
      const column = shown[from]
      if (column) move(column, to)
    },
  })
  const onKeyDown = (event: KeyboardEvent, column: ProjectColumn, place: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    move(column, place + step)
  }
  const buttons = { variant: 'subtle', color: 'gray', size: 28 } as const

  return (
    <SidePanel title={t('columns.title')} onClose={onClose}>
      <p className={classes.help}>{t('columns.help')}</p>
      <p id={help} className={classes.help}>
        {t('columns.orderHelp')}
      </p>
      <div ref={setScroller}>
        <ul className={classes.lines}>
          {[...shown, ...hidden].map((column, index) => {
            const isShown = index < shown.length
            const name = nameOf(column)
            return (
              <li
                key={column.id}
                className={classes.line}
                data-dragged={drag.dragged === index || undefined}
                style={isShown ? { insetBlockStart: drag.shiftOf(index) } : undefined}
              >
                {isShown && (
                  <button
                    type="button"
                    className={classes.grip}
                    aria-label={t('columns:move', { name })}
                    aria-describedby={help}
                    onKeyDown={(event) => onKeyDown(event, column, index)}
                    {...drag.grip(index)}
                  >
                    <IconGripVertical {...ICON} />
                  </button>
                )}
                <Checkbox
                  className={classes.checkbox ?? ''}
                  label={name}
                  checked={isShown}
                  onChange={() => choose(toggled(shown, column))}
                />
                {isShown && (
                  <>
                    <IconButton
                      {...buttons}
                      label={t('columns:moveUp', { name })}
                      disabled={index === 0}
                      onClick={() => move(column, index - 1)}
                    >
                      <IconArrowUp {...ICON} />
                    </IconButton>
                    <IconButton
                      {...buttons}
                      label={t('columns:moveDown', { name })}
                      disabled={index === shown.length - 1}
                      onClick={() => move(column, index + 1)}
                    >
                      <IconArrowDown {...ICON} />
                    </IconButton>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      </div>
      <Button variant="default" onClick={() => choose(null)}>
        {t('columns:reset')}
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </SidePanel>
  )
}
