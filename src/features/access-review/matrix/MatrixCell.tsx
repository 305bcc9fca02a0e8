import { memo } from 'react'
import { type AccessName, AccessMark } from '#/features/access-review/AccessMark.tsx'
import type { Standing } from '#/features/access-review/model/review.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import classes from './AccessMatrix.module.css'
import { PlannedAccess } from './PlannedAccess.tsx'

interface MatrixCellProps {
  id: string
  /** Counts from 0, the frozen columns included. */
  column: number
  /** Pixels from the start of the row, and its width. */
  start: number
  size: number
  standing: Standing
  change: PlannedChange | undefined
  /** Whether the access of other people to the project is known. */
  isKnown: boolean
  isActive: boolean
  nameOf: AccessName
  /** What stands for no access, for screen readers. */
  noAccess: string
}

/** What one person can do in one project. Memoized: a matrix has hundreds, of which a scroll adds a few. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { id, column, start, size, standing, change, isKnown, isActive, nameOf, noAccess } = props
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 1}
      aria-label={change || standing ? undefined : noAccess}
      data-column={column}
      data-active={isActive || undefined}
      className={`${classes.cell} ${classes.scrolling}`}
      data-planned={change !== undefined || undefined}
      data-unknown={(!standing && !isKnown) || undefined}
      style={{ inlineSize: size, insetInlineStart: start }}
    >
      {change ? (
        <PlannedAccess standing={standing} change={change} />
      ) : (
        standing && <AccessMark standing={standing} nameOf={nameOf} />
      )}
    </div>
  )
})
