import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProjectOrder } from '#/api/assets/queries.ts'
import type { AssetListItem } from '#/api/assets/schema.ts'
import { hasNewerVersion } from '#/api/assets/unpublished-changes.ts'
import { useFormat } from '#/i18n/use-format.ts'
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
    <Table className={classes.table ?? ''} aria-label={t('title')} aria-busy={busy} highlightOnHover>
      <Table.Thead className={classes.head ?? ''}>
        <Table.Tr>
          <SortableHead {...sort} field="name" startsWith="ascending">
            {t('column.project')}
          </SortableHead>
          <Table.Th>{t('column.status')}</Table.Th>
          <SortableHead {...sort} field="owner__username" startsWith="ascending">
            {t('column.owner')}
          </SortableHead>
          <Table.Th>{t('column.access')}</Table.Th>
          <Table.Th className={classes.number ?? ''}>{t('column.questions')}</Table.Th>
          <Table.Th className={classes.number ?? ''}>{t('column.submissions')}</Table.Th>
          <Table.Th>{t('column.lastSubmission')}</Table.Th>
          <SortableHead {...sort} field="date_modified" startsWith="descending">
            {t('column.modified')}
          </SortableHead>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {projects.map((project) => {
          const submissions = project.deployment__submission_count
          const last = project.deployment__last_submission_time
          return (
            <Table.Tr key={project.uid}>
              <Table.Th scope="row" className={classes.name ?? ''}>
                <Link to={linkTo(project.uid)}>
                  <bdi>{project.name || t('unnamed')}</bdi>
                </Link>
                <ProjectContext project={project} />
              </Table.Th>
              <Table.Td>
                <span className={classes.statuses}>
                  {project.deployment_status && <StatusTag status={project.deployment_status} />}
                  {hasNewerVersion(project) && <StatusTag status="unpublished" />}
                </span>
              </Table.Td>
              <Table.Td className={classes.onlyWide ?? ''}>
                <bdi>{project.owner__username}</bdi>
                {project.owner__username === username && ` ${t('ownerIsYou')}`}
              </Table.Td>
              <Table.Td>
                <AccessCell project={project} username={username} />
              </Table.Td>
              <Table.Td className={`${classes.number} ${classes.onlyWide}`}>
                {format.number(project.summary.row_count ?? 0)}
              </Table.Td>
              <Table.Td className={classes.number ?? ''} data-label={t('column.submissions')}>
                {submissions === null || project.deployment_status === 'draft' ? t('none') : format.number(submissions)}
              </Table.Td>
              <Table.Td className={classes.when ?? ''} data-label={t('column.lastSubmission')}>
                {last ? format.dateTime(last) : t('none')}
              </Table.Td>
              <Table.Td className={`${classes.when} ${classes.onlyWide}`}>
                {format.dateTime(project.date_modified)}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
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
    <Table.Th aria-sort={direction}>
      <UnstyledButton
        className={classes.sort ?? ''}
        onClick={() => onOrder(next === 'ascending' ? field : `-${field}`)}
        data-active={direction !== undefined || undefined}
      >
        {children}
        {direction !== undefined && <Arrow size={14} stroke={1.75} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  )
}
