import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProjectOrder } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { hasNewerVersion } from '#/api/kpi/assets/unpublished-changes.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { StatusTag } from '#/ui/StatusTag.tsx'
import { AccessCell } from './AccessCell.tsx'
import { ProjectContext } from './ProjectContext.tsx'
import classes from './ProjectsTable.module.css'

interface ProjectsTableProps {
  projects: AssetListItem[]
  /** Who is signed in: "(you)" behind the own name. */
  username: string
  ordering: ProjectOrder
  onOrder: (ordering: ProjectOrder) => void
  linkTo: (assetUid: string) => string
  /** While another page is on its way, the old rows stay. */
  busy: boolean
}

/** The projects, a row each; on a phone a card each. */
export function ProjectsTable({ projects, username, ordering, onOrder, linkTo, busy }: ProjectsTableProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const sort = { ordering, onOrder }

  return (
    <table className={classes.table} aria-label={t('title')} aria-busy={busy}>
      <thead className={classes.head}>
        <tr>
          <SortableHead {...sort} field="name" startsWith="ascending">
            {t('column.project')}
          </SortableHead>
          <th>{t('column.status')}</th>
          <SortableHead {...sort} field="owner__username" startsWith="ascending">
            {t('column.owner')}
          </SortableHead>
          <th>{t('column.access')}</th>
          <th className={classes.number}>{t('column.questions')}</th>
          <th className={classes.number}>{t('column.submissions')}</th>
          <th>{t('column.lastSubmission')}</th>
          <SortableHead {...sort} field="date_modified" startsWith="descending">
            {t('column.modified')}
          </SortableHead>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => {
          const submissions = project.deployment__submission_count
          const last = project.deployment__last_submission_time
          return (
            <tr key={project.uid}>
              <th scope="row" className={classes.name}>
                <Link to={linkTo(project.uid)}>
                  <bdi>{isBlank(project.name) ? t('unnamed') : project.name}</bdi>
                </Link>
                <ProjectContext project={project} />
              </th>
              <td>
                <span className={classes.statuses}>
                  {project.deployment_status && <StatusTag status={project.deployment_status} />}
                  {hasNewerVersion(project) && <StatusTag status="unpublished" />}
                </span>
              </td>
              <td className={`${classes.owner} ${classes.onlyWide}`}>
                <bdi>{project.owner__username}</bdi>
                {project.owner__username === username && ` ${t('ownerIsYou')}`}
              </td>
              <td>
                <AccessCell project={project} username={username} />
              </td>
              <td className={`${classes.number} ${classes.onlyWide}`}>
                {format.number(project.summary.row_count ?? 0)}
              </td>
              <td className={classes.number} data-label={t('column.submissions')}>
                {submissions === null || project.deployment_status === 'draft' ? t('none') : format.number(submissions)}
              </td>
              <td className={classes.when} data-label={t('column.lastSubmission')}>
                {last ? format.dateTime(last) : t('none')}
              </td>
              <td className={`${classes.when} ${classes.onlyWide}`}>{format.dateTime(project.date_modified)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface SortableHeadProps {
  field: 'name' | 'owner__username' | 'date_modified'
  /** Which way the first press sorts. */
  startsWith: 'ascending' | 'descending'
  ordering: ProjectOrder
  onOrder: (ordering: ProjectOrder) => void
  children: ReactNode
}

function SortableHead({ field, startsWith, ordering, onOrder, children }: SortableHeadProps) {
  const direction = ordering === field ? 'ascending' : ordering === `-${field}` ? 'descending' : undefined
  const next = direction === undefined ? startsWith : direction === 'ascending' ? 'descending' : 'ascending'
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <th aria-sort={direction}>
      <UnstyledButton
        className={classes.sort ?? ''}
        onClick={() => onOrder(next === 'ascending' ? field : `-${field}`)}
        data-active={direction !== undefined || undefined}
      >
        {children}
        {direction !== undefined && <Arrow size={14} stroke={1.75} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
