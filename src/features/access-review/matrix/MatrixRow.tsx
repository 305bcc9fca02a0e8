import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { AccessMark, useAccessName } from '#/features/access-review/AccessMark.tsx'
import { ProjectFacts } from '#/features/access-review/ProjectFacts.tsx'
import { PublicMark } from '#/features/access-review/PublicMark.tsx'
import { type ReviewedPerson, type ReviewedProject, standingOf } from '#/features/access-review/model/review.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import { SelectionCheckbox } from '#/ui/SelectionCheckbox.tsx'
import classes from './AccessMatrix.module.css'
import { PlannedAccess, PlannedPublic } from './PlannedAccess.tsx'
import { FROZEN_COLUMNS, PROJECT_WIDTH, PUBLIC_WIDTH } from './matrix-columns.ts'

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
}

/** One project: its name, its public access, and what each person can do in it. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { id, index, top, project, people, columns, planned, isSelected, activeColumn } = props
  const { t } = useTranslation(['access', 'projects'])
  const nameOf = useAccessName()
  const noAccess = t(project.canManage ? 'access:role.none' : 'access:role.unknown')
  const cell = (column: number) => ({
    id: `${id}-${index}-${column}`,
    role: 'gridcell',
    'aria-colindex': column + 1,
    'data-column': column,
    'data-active': activeColumn === column || undefined,
  })
  const publicChange = planned?.get(ANONYMOUS)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      data-row={index}
      style={{ insetBlockStart: top }}
    >
      <div
        {...cell(0)}
        className={`${classes.cell} ${classes.frozen} ${classes.project}`}
        style={{ inlineSize: PROJECT_WIDTH, insetInlineStart: 0 }}
      >
        <span className={classes.select} data-select>
          <SelectionCheckbox
            label={t('access:matrix.select', { project: project.name })}
            state={isSelected ? 'all' : 'none'}
          />
        </span>
        <span className={classes.name}>
          <bdi className={classes.title} title={project.name}>
            {project.name || t('projects:unnamed')}
          </bdi>
          <span className={classes.facts}>
            <ProjectFacts project={project} />
          </span>
        </span>
      </div>
      <div
        {...cell(1)}
        className={`${classes.cell} ${classes.frozen}`}
        data-edge
        data-planned={publicChange !== undefined || undefined}
        style={{ inlineSize: PUBLIC_WIDTH, insetInlineStart: PROJECT_WIDTH }}
      >
        {publicChange ? <PlannedPublic state={project.publicAccess} /> : <PublicMark state={project.publicAccess} />}
      </div>
      {columns.map(({ index: at, start, size }) => {
        const username = people[at]?.username
        if (username === undefined) return null
        const change = planned?.get(username)
        const standing = standingOf(project, username)
        return (
          <div
            key={username}
            {...cell(FROZEN_COLUMNS + at)}
            className={`${classes.cell} ${classes.scrolling}`}
            data-planned={change !== undefined || undefined}
            data-unknown={(!standing && !project.canManage) || undefined}
            style={{ inlineSize: size, insetInlineStart: start }}
          >
            {change ? (
              <PlannedAccess standing={standing} change={change} />
            ) : standing ? (
              <AccessMark standing={standing} nameOf={nameOf} />
            ) : (
              <VisuallyHidden>{noAccess}</VisuallyHidden>
            )}
          </div>
        )
      })}
    </div>
  )
})
