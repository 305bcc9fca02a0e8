import { Anchor, Button, NativeSelect, Skeleton, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { lastDays, type Period } from '#/lib/time/last-days.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './SubmissionsCard.module.css'
import { SubmissionsChart } from './SubmissionsChart.tsx'

/** Number of days that the collapsed table shows. */
const COLLAPSED_DAYS = 7

interface SubmissionsCardProps {
  asset: Asset
  period: Period
  onPeriod: (period: Period) => void
}

/** Submissions per day, as a chart and as a table. */
export function SubmissionsCard({ asset, period, onPeriod }: SubmissionsCardProps) {
  const { t } = useTranslation('project')
  const format = useFormat()
  const [showsTable, { toggle }] = useDisclosure(false)
  const [isUnfolded, unfolding] = useDisclosure(false)
  const counts = useQuery(assetQueries.submissionCounts(asset.uid, Number(period)))
  const days =
    counts.data && lastDays(counts.data.daily_submission_counts, Number(period), new Date(counts.dataUpdatedAt))
  const total = counts.data?.total_submission_count ?? asset.deployment__submission_count
  const inPeriod = days?.reduce((sum, { count }) => sum + count, 0)

  return (
    <Card
      title={t('submissions.title')}
      actions={
        <NativeSelect
          aria-label={t('submissions.period')}
          value={period}
          onChange={({ currentTarget }) => onPeriod(currentTarget.value as Period)}
          data={['7', '30', '90'].map((value) => ({
            value,
            label: t('submissions.lastDays', { count: Number(value) }),
          }))}
        />
      }
    >
      <dl className={classes.figures}>
        <Total
          name={t('submissions.total')}
          value={total === null ? t('submissions.someOnly') : format.number(total)}
        />
        {inPeriod !== undefined && (
          <Total name={t('submissions.lastDays', { count: Number(period) })} value={format.number(inPeriod)} />
        )}
        {days && <Total name={t('submissions.today')} value={format.number(days.at(-1)?.count ?? 0)} />}
      </dl>
      {counts.isPending && (
        <Skeleton className={classes.chart ?? ''} role="progressbar" aria-label={t('submissions.loading')} />
      )}
      {counts.isError && !counts.data && (
        <ErrorPanel
          kind={counts.error.kind}
          message={counts.error.message}
          onRetry={() => void counts.refetch()}
          retryAt={throttledUntil(counts.error)}
        />
      )}
      {days && (
        <>
          {showsTable ? (
            <>
              <Table className={classes.table ?? ''} aria-label={t('submissions.perDay')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('submissions.day')}</Table.Th>
                    <Table.Th className={classes.number ?? ''}>{t('submissions.title')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {(isUnfolded ? days.toReversed() : days.toReversed().slice(0, COLLAPSED_DAYS)).map(
                    ({ day, count }) => (
                      <Table.Tr key={day}>
                        <Table.Th scope="row">{format.day(day)}</Table.Th>
                        <Table.Td className={classes.number ?? ''}>{format.number(count)}</Table.Td>
                      </Table.Tr>
                    ),
                  )}
                </Table.Tbody>
              </Table>
              {days.length > COLLAPSED_DAYS && (
                <Button variant="subtle" aria-expanded={isUnfolded} onClick={unfolding.toggle}>
                  {isUnfolded ? t('submissions.showFewer') : t('submissions.showAll', { count: days.length })}
                </Button>
              )}
            </>
          ) : (
            <div aria-hidden>
              <SubmissionsChart days={days} label={t('submissions.title')} />
            </div>
          )}
          <Anchor component="button" type="button" className={classes.toggle ?? ''} onClick={toggle}>
            {t(showsTable ? 'submissions.showChart' : 'submissions.showTable')}
          </Anchor>
        </>
      )}
    </Card>
  )
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
