import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usageQueries } from '#/api/kpi/usage/queries.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isolate } from '#/lib/bidi.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { firstDayOf, lastDayOf } from './amounts.ts'
import { ProjectsUsage } from './ProjectsUsage.tsx'
import { UsageAmounts } from './UsageAmounts.tsx'

/** What an account uses of its server, in all and by project. */
export function Usage({ projectPath }: { projectPath: (uid: string) => string }) {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const service = useQuery(usageQueries.service())
  const organization = useQuery(usageQueries.organization())
  const enforcement = useQuery(usageQueries.enforcement())
  const usage = service.data
  return (
    <TextPage>
      <Card title={t('amounts')}>
        {service.isPending && <Skeleton height={240} role="progressbar" aria-label={t('loading')} />}
        {service.error && !usage && (
          <ErrorPanel
            kind={service.error.kind}
            title={t('failed')}
            message={service.error.message}
            retryAt={throttledUntil(service.error)}
            onRetry={() => void service.refetch()}
          />
        )}
        {usage && (
          <>
            {organization.data?.is_mmo && <p>{t('ofOrganization', { name: isolate(organization.data.name) })}</p>}
            <p>
              {t('period', {
                from: format.date(firstDayOf(usage.current_period_start)),
                until: format.date(lastDayOf(usage.current_period_end)),
              })}{' '}
              {t('calculated', { time: format.dateTime(usage.last_updated) })}
            </p>
            <UsageAmounts usage={usage} enforced={enforcement.isError ? 'unknown' : enforcement.data} />
          </>
        )}
      </Card>
      <ProjectsUsage organization={organization} totals={usage} projectPath={projectPath} />
    </TextPage>
  )
}
