import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import classes from '#/features/rest-services/services.module.css'
import { STATUS } from '#/features/rest-services/undelivered/reasons.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { LogEntry } from './LogEntry.tsx'
import { RetryAll } from './RetryAll.tsx'
import { STATUS_NAMES, type StatusName } from './log-status.ts'

interface LogCardProps {
  assetUid: string
  hook: Hook
  submissionPath: (submissionId: number) => string
}

interface LogFilter {
  status: StatusName | 'all'
  /** Days in the person's time zone, as `2026-11-30`; `''` for no limit. */
  from: string
  until: string
}

const PAGE_SIZE = 20
const NO_FILTER: LogFilter = { status: 'all', from: '', until: '' }

/** Midnight at the start of a day, `days` later, in the person's time zone; `undefined` without a day. */
function startOfDay(day: string, days = 0): string | undefined {
  const date = new Date(`${day}T00:00`)
  if (day === '' || Number.isNaN(date.getTime())) return undefined
  date.setDate(date.getDate() + days)
  return date.toISOString()
}

/** The log of a service, with filters, page by page. */
export function LogCard({ assetUid, hook, submissionPath }: LogCardProps) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const client = useQueryClient()
  const [filter, setFilter] = useState(NO_FILTER)
  const [page, setPage] = useState(1)
  const [wantedId, setWantedId] = useState('')
  const [sentId, setSentId] = useState<number | null>(null)
  const logs = useQuery({
    ...hookQueries.logs(assetUid, hook.uid, {
      page,
      pageSize: PAGE_SIZE,
      status: filter.status === 'all' ? undefined : STATUS[filter.status],
      from: startOfDay(filter.from),
      until: startOfDay(filter.until, 1),
    }),
    meta: { showsError: true },
  })
  const change = (part: Partial<LogFilter>) => {
    setFilter({ ...filter, ...part })
    setPage(1)
  }
  const { data, error } = logs
  const entries = data?.results.filter(({ submission_id: id }) => String(id).startsWith(wantedId.trim())) ?? []
  // Fewer entries match after some were sent.
  const lastPage = Math.max(1, Math.ceil((data?.count ?? page * PAGE_SIZE) / PAGE_SIZE))
  if (page > lastPage) setPage(lastPage)
  const isFiltered = filter.status !== 'all' || filter.from !== '' || filter.until !== ''
  const start = (page - 1) * PAGE_SIZE
  return (
    <Card
      title={t('log.title')}
      flush
      actions={
        <Button
          variant="default"
          loading={logs.isFetching}
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          onClick={() => void client.invalidateQueries({ queryKey: hookQueries.all(assetUid) })}
        >
          {t('log.refresh')}
        </Button>
      }
    >
      <div className={classes.filters}>
        <NativeSelect
          label={t('log.status')}
          value={filter.status}
          onChange={({ currentTarget }) =>
            change({ status: STATUS_NAMES.find((name) => name === currentTarget.value) ?? 'all' })
          }
          data={[
            { value: 'all', label: t('log.all') },
            ...STATUS_NAMES.map((name) => ({ value: name, label: t(`log.is.${name}`) })),
          ]}
        />
        <TextInput
          type="date"
          label={t('log.from')}
          value={filter.from}
          onChange={({ currentTarget }) => change({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('log.until')}
          value={filter.until}
          onChange={({ currentTarget }) => change({ until: currentTarget.value })}
        />
        <TextInput
          label={t('log.submission')}
          inputMode="numeric"
          value={wantedId}
          onChange={({ currentTarget }) => setWantedId(currentTarget.value.replaceAll(/\D/g, ''))}
        />
      </div>
      {wantedId !== '' && data && (
        <p className={classes.padded}>{t('log.onlyLoaded', { count: data.results.length })}</p>
      )}
      <RetryAll assetUid={assetUid} hook={hook} />
      <p role="status" className={sentId === null ? undefined : classes.padded}>
        {sentId !== null && t('log.sentNow', { id: String(sentId) })}
      </p>
      {error && !data ? (
        <div className={classes.padded}>
          <ErrorPanel
            kind={error.kind}
            title={t('log.failedTitle')}
            message={error.message}
            onRetry={() => void logs.refetch()}
          />
        </div>
      ) : !data ? (
        <p role="status" className={classes.padded}>
          {t('log.loading')}
        </p>
      ) : entries.length === 0 ? (
        <EmptyState title={t(isFiltered || wantedId !== '' ? 'log.noMatch' : 'log.none')}>
          {isFiltered || wantedId !== '' ? undefined : <p>{t('log.noneText')}</p>}
        </EmptyState>
      ) : (
        <ol className={classes.list} aria-label={t('log.title')}>
          {entries.map((log) => (
            <LogEntry
              key={log.uid}
              assetUid={assetUid}
              hook={hook}
              log={log}
              path={submissionPath(log.submission_id)}
              onSent={setSentId}
            />
          ))}
        </ol>
      )}
      {data && <UnreadableItems kind="service" items={data.unreadable} />}
      {data && data.count > PAGE_SIZE && (
        <div className={classes.pager}>
          <span className={classes.small}>
            {t('log.range', {
              first: format.number(start + 1),
              last: format.number(Math.min(start + PAGE_SIZE, data.count)),
              count: data.count,
            })}
          </span>
          <div className={classes.actions}>
            <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
              {t('log.newer')}
            </Button>
            <Button variant="default" disabled={page >= lastPage} onClick={() => setPage(page + 1)}>
              {t('log.older')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  )
}
