import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ProjectFacts } from '#/features/access-review/ProjectFacts.tsx'
import { PublicMark } from '#/features/access-review/PublicMark.tsx'
import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import { SelectionCheckbox } from '#/ui/SelectionCheckbox.tsx'
import classes from './AccessMatrix.module.css'
import { PlannedPublic } from './PlannedAccess.tsx'
import { PROJECT_WIDTH, PUBLIC_WIDTH } from './matrix-columns.ts'

interface ProjectCellsProps {
  /** Of the row; followed by the column it is the id of a cell. */
  id: string
  project: ReviewedProject
  isPublicPlanned: boolean
  isSelected: boolean
  /** Which of the two cells is active, if one is. */
  activeColumn: number | null
}

/** The frozen cells of a row: the project, and what anyone can do in it. Memoized: scrolling sideways keeps them. */
export const ProjectCells = memo(function ProjectCells(props: ProjectCellsProps) {
  const { id, project, isPublicPlanned, isSelected, activeColumn } = props
  const { t } = useTranslation(['access', 'projects'])
  return (
    <>
      <div
        id={`${id}-0`}
        role="gridcell"
        aria-colindex={1}
        data-column={0}
        data-active={activeColumn === 0 || undefined}
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
        id={`${id}-1`}
        role="gridcell"
        aria-colindex={2}
        data-column={1}
        data-active={activeColumn === 1 || undefined}
        className={`${classes.cell} ${classes.frozen}`}
        data-edge
        data-planned={isPublicPlanned || undefined}
        style={{ inlineSize: PUBLIC_WIDTH, insetInlineStart: PROJECT_WIDTH }}
      >
        {isPublicPlanned ? <PlannedPublic state={project.publicAccess} /> : <PublicMark state={project.publicAccess} />}
      </div>
    </>
  )
})
