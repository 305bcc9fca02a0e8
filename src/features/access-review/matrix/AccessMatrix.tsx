import { useDirection } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import type { ReviewedPerson, ReviewedProject } from '#/features/access-review/model/review.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import type { MenuRequest } from '#/features/access-review/menus/menu-request.ts'
import classes from './AccessMatrix.module.css'
import { MatrixHead } from './MatrixHead.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import { FROZEN_COLUMNS } from './matrix-columns.ts'
import { useMatrix } from './use-matrix.ts'

interface AccessMatrixProps {
  projects: readonly ReviewedProject[]
  people: readonly ReviewedPerson[]
  you: string
  /** The planned changes of each project, by its uid and then by username. */
  planned: ReadonlyMap<string, ReadonlyMap<string, PlannedChange>>
  selected: ReadonlySet<string>
  onToggle: (uid: string) => void
  onToggleAll: () => void
  onMenu: (request: MenuRequest) => void
}

const cellId = (id: string, row: number, column: number) => `${id}-${row}-${column}`

/** Projects by people. Virtualized in both directions; one tab stop, as a data grid of the ARIA Authoring Practices. */
export function AccessMatrix(props: AccessMatrixProps) {
  const { projects, people, planned, selected, onToggle, onMenu } = props
  const { t } = useTranslation('access')
  const isRtl = useDirection().dir === 'rtl'
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const nameOf = useAccessName()
  const matrix = useMatrix({ ref, rowCount: projects.length, people, isRtl })
  const { active, setActive, rows, columns } = matrix
  const virtualColumns = columns.getVirtualItems()

  /** Opens the menu of a cell below it. */
  const openMenu = (row: number, column: number, element: Element | null) => {
    const project = projects[row]
    const box = element?.getBoundingClientRect()
    if (!project || !box) return
    const position = { x: isRtl ? box.right : box.left, y: box.bottom }
    const person = people[column - FROZEN_COLUMNS]
    if (person) onMenu({ kind: 'cell', project, username: person.username, position })
    else onMenu({ kind: column === 0 ? 'project' : 'public', project, position })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    const done = () => event.preventDefault()
    const element = active && document.getElementById(cellId(id, active.row, active.column))
    const person = active && people[active.column - FROZEN_COLUMNS]
    if (altKey && key === 'ArrowDown') {
      if (!active || !element) return
      const { left, right, bottom } = element.getBoundingClientRect()
      const position = { x: isRtl ? right : left, y: bottom }
      if (person) onMenu({ kind: 'person', username: person.username, position })
      else openMenu(active.row, active.column, element)
      return done()
    }
    if (altKey || shiftKey) return
    if (active && (key === 'Enter' || key === 'F2')) {
      matrix.scrollToCell(active)
      openMenu(active.row, active.column, element)
      done()
    } else if (active && key === ' ') {
      const uid = projects[active.row]?.uid
      if (uid !== undefined) onToggle(uid)
      done()
    } else if (matrix.move({ key, ctrl: ctrlKey || metaKey })) done()
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    if (target.closest('[data-select-all]')) return props.onToggleAll()
    const cell = target.closest<HTMLElement>('[data-column]')
    const row = Number(cell?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1)
    const column = Number(cell?.dataset['column'] ?? -1)
    if (!cell || row < 0) return
    setActive({ row, column })
    ref.current?.focus({ preventScroll: true })
    if (target.closest('[data-select]')) {
      const uid = projects[row]?.uid
      if (uid !== undefined) onToggle(uid)
    } else openMenu(row, column, cell)
  }

  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget && !active) setActive({ row: 0, column: 0 })
  }

  return (
    <div
      ref={ref}
      role="grid"
      data-scroller="grid"
      tabIndex={0}
      className={classes.matrix}
      aria-label={t('matrix.label')}
      aria-multiselectable
      aria-rowcount={projects.length + 1}
      aria-colcount={matrix.columnCount}
      aria-activedescendant={active ? cellId(id, active.row, active.column) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div className={classes.sheet} style={{ inlineSize: columns.getTotalSize() }}>
        <MatrixHead
          people={people}
          you={props.you}
          columns={virtualColumns}
          selection={selected.size === 0 ? 'none' : projects.every(({ uid }) => selected.has(uid)) ? 'all' : 'some'}
          onMenu={onMenu}
        />
        <div role="rowgroup" className={classes.body} style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const project = projects[index]
            return (
              project && (
                <MatrixRow
                  key={project.uid}
                  id={id}
                  index={index}
                  top={start - rows.options.scrollMargin}
                  project={project}
                  people={people}
                  columns={virtualColumns}
                  planned={planned.get(project.uid)}
                  isSelected={selected.has(project.uid)}
                  activeColumn={active?.row === index ? active.column : null}
                  nameOf={nameOf}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
