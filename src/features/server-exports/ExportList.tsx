import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { exportQueries, KEPT_EXPORTS } from '#/api/kpi/exports/queries.ts'
import type { ExportOptions } from '#/api/kpi/exports/schema.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { ExportRow } from './ExportRow.tsx'
import classes from './server-exports.module.css'

interface ExportListProps {
  project: { uid: string; name: string }
  form: Form
  columns: ReadonlyMap<string, DataColumn>
  /** Takes over the settings of an export. */
  onUse: (options: ExportOptions) => void
}

/** The current user's exports of a project. */
export function ExportList({ project, form, columns, onUse }: ExportListProps) {
  const { t } = useTranslation('server-exports')
  const { data, error, refetch } = useQuery({ ...exportQueries.list(project.uid), meta: { showsError: true } })
  return (
    <Card title={t('list.title')} flush>
      <p className={classes.padded}>{t('list.text', { count: KEPT_EXPORTS })}</p>
      {error && !data ? (
        <div className={classes.padded}>
          <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
        </div>
      ) : !data ? (
        <p role="status" className={classes.padded}>
          {t('list.loading')}
        </p>
      ) : data.results.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {data.results.map((item) => (
            <ExportRow key={item.uid} project={project} listed={item} form={form} columns={columns} onUse={onUse} />
          ))}
        </ul>
      )}
      {data && <UnreadableItems kind="export" items={data.unreadable} />}
    </Card>
  )
}
