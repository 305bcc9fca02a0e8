import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import type { AccessName } from '#/features/access-review/AccessMark.tsx'
import { type ReviewedPerson, type ReviewedProject, standingOf } from '#/features/access-review/model/review.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import classes from './AccessMatrix.module.css'
import { MatrixCell } from './MatrixCell.tsx'
import { ProjectCells } from './ProjectCells.tsx'
import { FROZEN_COLUMNS } from './matrix-columns.ts'

interface MatrixRowProps {
  id: string
  index: number
  /** Pixels from the top of the rows. */
  top: number
  project: ReviewedProject
  people: readonly ReviewedPerson[]
  columns: readonly { index: number; start: number; size: number }[]
  planned: ReadonlyMap<string, PlannedChange> | undefined
  isSelected: boolean
  activeColumn: number | null
  nameOf: AccessName
}

/** One project: its name, its public access, and what each person can do in it. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { id, index, top, project, people, columns, planned, isSelected, activeColumn, nameOf } = props
  const { t } = useTranslation('access')
  const noAccess = t(project.canManage ? 'role.none' : 'role.unknown')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      <ProjectCells
        id={`${id}-${index}`}
        project={project}
        isPublicPlanned={planned?.has(ANONYMOUS) ?? false}
        isSelected={isSelected}
        activeColumn={activeColumn !== null && activeColumn < FROZEN_COLUMNS ? activeColumn : null}
      />
      {columns.map(({ index: at, start, size }) => {
        const username = people[at]?.username
        if (username === undefined) return null
        const column = FROZEN_COLUMNS + at
        return (
          <MatrixCell
            key={username}
            id={`${id}-${index}-${column}`}
            column={column}
            start={start}
            size={size}
            standing={standingOf(project, username)}
            change={planned?.get(username)}
            isKnown={project.canManage}
            isActive={activeColumn === column}
            nameOf={nameOf}
            noAccess={noAccess}
          />
        )
      })}
    </div>
  )
})
