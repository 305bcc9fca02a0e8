import { Anchor, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { lastSegment } from '#/api/addresses.ts'
import type { AssetUsage } from '#/api/kpi/usage/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { StatusTag } from '#/ui/StatusTag.tsx'
import { type ProcessingKind, processedBy } from './amounts.ts'
import classes from './Usage.module.css'
import { useAmountText } from './use-amount-text.ts'

interface ProjectsTableProps {
  projects: readonly AssetUsage[]
  /** The kinds of automatic processing that get a column. */
  processing: readonly ProcessingKind[]
  /** Another page is loading. */
  isBusy: boolean
  projectPath: (uid: string) => string
}

/** What each project uses. */
export function ProjectsTable({ projects, processing, isBusy, projectPath }: ProjectsTableProps) {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const textOf = useAmountText()
  const number = { className: classes.number ?? '' }
  return (
    <div className={classes.scroll} role="region" aria-label={t('byProject')} tabIndex={0}>
      <Table className={classes.table ?? ''} aria-label={t('byProject')} aria-busy={isBusy}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('project')}</Table.Th>
            <Table.Th {...number}>{t('submissionsPeriod')}</Table.Th>
            <Table.Th {...number}>{t('submissionsAll')}</Table.Th>
            <Table.Th {...number}>{t('kind.storage_bytes')}</Table.Th>
            {processing.map((kind) => (
              <Table.Th key={kind} {...number}>
                {t('allTimeOf', { name: t(`kind.${kind}`) })}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((project) => {
            const uid = lastSegment(project.asset)
            return (
              <Table.Tr key={project.asset}>
                <Table.Th scope="row" className={classes.project ?? ''}>
                  <Anchor component={Link} to={projectPath(uid)} className={classes.name ?? ''}>
                    <bdi>{project.asset__name || uid}</bdi>
                  </Anchor>
                  {project.deployment_status && <StatusTag status={project.deployment_status} />}
                </Table.Th>
                <Table.Td {...number}>{format.number(project.submission_count_current_period)}</Table.Td>
                <Table.Td {...number}>{format.number(project.submission_count_all_time)}</Table.Td>
                <Table.Td {...number}>{format.fileSize(project.storage_bytes)}</Table.Td>
                {processing.map((kind) => (
                  <Table.Td key={kind} {...number}>
                    {textOf(kind, processedBy(project, kind))}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
