import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProjectOrder, ProjectSortField } from '#/api/kpi/assets/queries.ts'
import classes from './ProjectsTable.module.css'

interface SortableHeadProps {
  field: ProjectSortField
  /** The direction of the first press. */
  first: 'ascending' | 'descending'
  ordering: ProjectOrder
  onOrder: (ordering: ProjectOrder) => void
  children: ReactNode
}

/** The header of a column by which the server can sort. */
export function SortableHead({ field, first, ordering, onOrder, children }: SortableHeadProps) {
  const direction = ordering === field ? 'ascending' : ordering === `-${field}` ? 'descending' : undefined
  const next = direction === undefined ? first : direction === 'ascending' ? 'descending' : 'ascending'
  const Arrow = direction === undefined ? IconSelector : direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <th scope="col" aria-sort={direction}>
      <UnstyledButton
        className={classes.sort ?? ''}
        onClick={() => onOrder(next === 'ascending' ? field : `-${field}`)}
        data-active={direction !== undefined || undefined}
      >
        {children}
        <Arrow size={14} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </th>
  )
}
