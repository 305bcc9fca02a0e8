import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import type { Organization } from '#/api/kpi/organizations/schema.ts'
import { seesProjectUsage, USAGE_PAGE_SIZE, type UsageOrdering, usageQueries } from '#/api/kpi/usage/queries.ts'
import type { ServiceUsage } from '#/api/kpi/usage/schema.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { processingOf } from './amounts.ts'
import { ProjectsTable } from './ProjectsTable.tsx'
import classes from './Usage.module.css'

interface ProjectsUsageProps {
  organization: UseQueryResult<Organization | null, ApiError>
  /** Of all projects; `undefined` until they are known. */
  totals: ServiceUsage | undefined
  projectPath: (uid: string) => string
}

const ORDERINGS: readonly UsageOrdering[] = ['status', 'name', '-name']

/** The usage by project, a page at a time, in the server's order. */
export function ProjectsUsage({ organization, totals, projectPath }: ProjectsUsageProps) {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const [{ page, ordering }, setQuery] = useState<{ page: number; ordering: UsageOrdering }>({
    page: 1,
    ordering: 'status',
  })
  const { data: own } = organization
  // Where the organization cannot be read, the account's own list serves.
  const uid = own && seesProjectUsage(own) ? own.id : null
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...usageQueries.projects(uid, page, ordering),
    enabled: !organization.isPending,
  })
  const pages = Math.ceil((data?.count ?? 0) / USAGE_PAGE_SIZE)
  return (
    <Card
      title={t('byProject')}
      actions={
        uid !== null && (
          <NativeSelect
            aria-label={t('order')}
            value={ordering}
            onChange={({ currentTarget }) =>
              setQuery({ page: 1, ordering: ORDERINGS.find((one) => one === currentTarget.value) ?? 'status' })
            }
            data={ORDERINGS.map((value) => ({ value, label: t(`ordering.${value}`) }))}
          />
        )
      }
    >
      {!data && !error && <Skeleton height={240} role="progressbar" aria-label={t('loadingProjects')} />}
      {error && (
        <ErrorPanel
          kind={error.kind}
          title={t('projectsFailed')}
          message={error.message}
          retryAt={throttledUntil(error)}
          onRetry={() => void refetch()}
        />
      )}
      {data?.count === 0 && <p>{t('noProjects')}</p>}
      {data && data.count > 0 && (
        <>
          <p>{t(uid === null ? 'orderUnknown' : 'orderKnown')}</p>
          <UnreadableItems kind="project" items={data.unreadable} />
          <ProjectsTable
            projects={data.results}
            processing={totals ? processingOf(totals) : []}
            isBusy={isPlaceholderData}
            projectPath={projectPath}
          />
        </>
      )}
      {(pages > 1 || page > 1) && (
        <div className={classes.pages}>
          <Button variant="default" disabled={page === 1} onClick={() => setQuery({ ordering, page: page - 1 })}>
            {t('previous')}
          </Button>
          <span role="status">
            {t('page', { page: format.number(page), pages: format.number(Math.max(page, pages)) })}
          </span>
          <Button variant="default" disabled={page >= pages} onClick={() => setQuery({ ordering, page: page + 1 })}>
            {t('next')}
          </Button>
        </div>
      )}
    </Card>
  )
}
