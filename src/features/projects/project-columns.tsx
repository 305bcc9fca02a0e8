import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ProjectSortField } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { hasNewerVersion } from '#/api/kpi/assets/unpublished-changes.ts'
import type { Format } from '#/i18n/use-format.ts'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import { StatusTag } from '#/ui/StatusTag.tsx'
import { AccessCell } from './AccessCell.tsx'
import classes from './ProjectsTable.module.css'

/** What a cell needs besides its project. */
export interface CellContext {
  /** The current user, marked with "(you)". */
  username: string
  t: TFunction<'projects'>
  format: Format
}

type ProjectColumnId =
  | 'status'
  | 'owner'
  | 'access'
  | 'questions'
  | 'submissions'
  | 'lastSubmission'
  | 'modified'
  | 'created'
  | 'deployed'
  | 'country'
  | 'sector'
  | 'tags'
  | 'description'

export interface ProjectColumn {
  /** The key of its name under `column` in the catalogue. */
  id: ProjectColumnId
  /** The server's `ordering`, if it can sort by this column, and the direction of the first press. */
  sort?: { field: ProjectSortField; first: 'ascending' | 'descending' }
  /** Numbers are aligned at the end. */
  isNumber?: boolean
  className?: string | undefined
  /** On a phone, where rows are cards: with the name of the column before it, or not at all. */
  onPhone?: 'named' | 'hidden'
  cell: (project: AssetListItem, context: CellContext) => ReactNode
}

/** The columns after the name of the project, unless others are chosen. */
export const DEFAULT_COLUMNS: readonly ProjectColumn[] = [
  {
    id: 'status',
    sort: { field: '_deployment_status', first: 'ascending' },
    cell: (project) => (
      <span className={classes.statuses}>
        {project.deployment_status && <StatusTag status={project.deployment_status} />}
        {hasNewerVersion(project) && <StatusTag status="unpublished" />}
      </span>
    ),
  },
  {
    id: 'owner',
    sort: { field: 'owner__username', first: 'ascending' },
    className: classes.owner,
    onPhone: 'hidden',
    cell: ({ owner__username: owner }, { username, t }) => (
      <>
        <bdi>{owner}</bdi>
        {owner === username && ` ${t('ownerIsYou')}`}
      </>
    ),
  },
  {
    id: 'access',
    cell: (project, { username }) => <AccessCell project={project} username={username} />,
  },
  {
    id: 'questions',
    isNumber: true,
    onPhone: 'hidden',
    cell: ({ summary }, { format }) => format.number(summary.row_count ?? 0),
  },
  {
    id: 'submissions',
    isNumber: true,
    onPhone: 'named',
    cell: ({ deployment__submission_count: count, deployment_status: status }, { t, format }) =>
      count === null || status === 'draft' ? t('none') : format.number(count),
  },
  {
    id: 'lastSubmission',
    className: classes.when,
    onPhone: 'named',
    cell: ({ deployment__last_submission_time: last }, { t }) => (last ? <RelativeTime iso={last} /> : t('none')),
  },
  {
    id: 'modified',
    sort: { field: 'date_modified', first: 'descending' },
    className: classes.when,
    onPhone: 'hidden',
    cell: ({ date_modified: modified }) => <RelativeTime iso={modified} />,
  },
]
