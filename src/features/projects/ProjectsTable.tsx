import { memo, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProjectOrder } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { ProjectContext } from './ProjectContext.tsx'
import classes from './ProjectsTable.module.css'
import { SortableHead } from './SortableHead.tsx'
import type { CellContext, ProjectColumn } from './project-columns.tsx'

interface RowParts {
  /** The columns after the name, in their order. */
  columns: readonly ProjectColumn[]
  /** The current user, marked with "(you)". */
  username: string
  linkTo: (assetUid: string) => string
  /** What precedes and follows the cells of a project: its checkbox and its menu. `null`: those of the head. */
  start: (project: AssetListItem | null, username: string) => ReactNode
  end: (project: AssetListItem | null, username: string) => ReactNode
}

export interface ProjectsTableProps extends RowParts {
  projects: AssetListItem[]
  ordering: ProjectOrder
  onOrder: (ordering: ProjectOrder) => void
  /** Another page is loading, while the old rows stay. */
  busy: boolean
}

/** The table of projects; on a phone, cards. A row renders again only if its project, or one of its parts, is another. */
export function ProjectsTable(props: ProjectsTableProps) {
  const { projects, columns, username, ordering, onOrder, linkTo, busy, start, end } = props
  const { t } = useTranslation('projects')
  const format = useFormat()
  const sort = { ordering, onOrder }

  return (
    <table className={classes.table} aria-label={t('title')} aria-busy={busy}>
      <thead className={classes.head}>
        <tr>
          <td className={classes.start}>{start(null, username)}</td>
          <SortableHead {...sort} field="name" first="ascending">
            {t('column.project')}
          </SortableHead>
          {columns.map((column) =>
            column.sort ? (
              <SortableHead key={column.id} {...sort} {...column.sort}>
                {t(`column.${column.id}`)}
              </SortableHead>
            ) : (
              <th
                key={column.id}
                scope="col"
                className={column.isNumber ? classes.number : undefined}
                title={t('column.notSorted')}
              >
                {t(`column.${column.id}`)}
              </th>
            ),
          )}
          <td className={classes.end}>{end(null, username)}</td>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <ProjectRow key={project.uid} {...{ project, columns, username, linkTo, start, end, t, format }} />
        ))}
      </tbody>
    </table>
  )
}

const ProjectRow = memo(
  ({ project, columns, linkTo, start, end, ...context }: RowParts & CellContext & { project: AssetListItem }) => {
    const { username, t } = context
    return (
      <tr onClick={followLink}>
        <td className={classes.start}>{start(project, username)}</td>
        <th scope="row" className={classes.name}>
          <Link to={linkTo(project.uid)}>
            <bdi>{isBlank(project.name) ? t('unnamed') : project.name}</bdi>
          </Link>
          <ProjectContext project={project} />
        </th>
        {columns.map((column) => (
          <td
            key={column.id}
            className={cellClass(column)}
            data-label={column.onPhone === 'named' ? t(`column.${column.id}`) : undefined}
          >
            {column.cell(project, context)}
          </td>
        ))}
        <td className={classes.end}>{end(project, username)}</td>
      </tr>
    )
  },
)

const cellClass = ({ className, isNumber, onPhone }: ProjectColumn) =>
  [className, isNumber && classes.number, onPhone === 'hidden' && classes.onlyWide].filter(Boolean).join(' ') ||
  undefined

/** A click anywhere in a row follows its link, unless it selected text or was on a link, a checkbox or a menu. */
function followLink({ currentTarget, target }: MouseEvent<HTMLTableRowElement>) {
  if (!(target instanceof Element) || target.closest('a, button, label') || !currentTarget.contains(target)) return
  if (getSelection()?.isCollapsed === false) return
  currentTarget.querySelector<HTMLElement>('th a')?.click()
}
