import { Badge, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accessLogQueries, walkAccessLog } from '#/api/kpi/access-logs/queries.ts'
import type { AccessLog } from '#/api/kpi/access-logs/schema.ts'
import { joinLogPages } from '#/api/log-pages.ts'
import { ExportLog } from '#/features/activity/log/ExportLog.tsx'
import logClasses from '#/features/activity/log/Log.module.css'
import { LogItem } from '#/features/activity/log/LogItem.tsx'
import { LogList } from '#/features/activity/log/LogList.tsx'
import { timeRange } from '#/features/activity/log/time-range.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { isolate } from '#/lib/bidi.ts'
import { localTime } from '#/lib/time/local-time.ts'
import { logSourceOf } from '#/lib/user-agent.ts'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { type AccessFold, type AccessKind, foldAccesses, kindOf } from './fold-accesses.ts'

const KINDS: readonly AccessKind[] = [
  'browser',
  'key',
  'password',
  'app',
  'submissions',
  'administrator',
  'refused',
  'unknown',
]

/** When and from where an account was used. */
export function AccountActivity() {
  const { t } = useTranslation('activity')
  const client = useQueryClient()
  const options = accessLogQueries.entries()
  const entries = useInfiniteQuery(options)
  const [kind, setKind] = useState<AccessKind | ''>('')
  const [source, setSource] = useState('')
  const log = useMemo(() => joinLogPages(entries.data?.pages ?? []), [entries.data])
  const sources = useMemo(
    () => [...new Set(log.results.flatMap(({ metadata }) => metadata.source ?? []))].toSorted(),
    [log],
  )
  const folds = useMemo(
    () =>
      foldAccesses(
        log.results.filter(
          (entry) => (kind === '' || kindOf(entry) === kind) && (source === '' || entry.metadata.source === source),
        ),
      ),
    [log, kind, source],
  )
  const rowOf = (entry: AccessLog) => [
    { date: localTime(entry.date_created) },
    t(`access.kind.${kindOf(entry)}`),
    { number: String(entry.count ?? 1) },
    entry.metadata.ip_address ?? '',
    entry.metadata.source ?? '',
    entry.metadata.auth_type ?? '',
  ]

  return (
    <TextPage>
      <p className={logClasses.intro}>{t('access.intro')}</p>
      <p className={logClasses.intro}>{t('access.keyRows')}</p>
      <p className={logClasses.intro}>{t('access.strange')}</p>
      <search className={logClasses.filters} aria-label={t('access.filter')}>
        <NativeSelect
          label={t('access.how')}
          value={kind}
          onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? '')}
          data={[
            { value: '', label: t('access.any') },
            ...KINDS.map((value) => ({ value, label: t(`access.kind.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('access.program')}
          value={source}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
          data={[{ value: '', label: t('access.any') }, ...sources]}
        />
        {log.next !== null && <p className={logClasses.hint}>{t('access.filterLoaded')}</p>}
      </search>
      <LogList
        log={log}
        query={entries}
        onRefresh={() => void client.resetQueries({ queryKey: options.queryKey, exact: true })}
        actions={
          <ExportLog
            count={log.count}
            name={t('access.file')}
            headers={(['time', 'what', 'requests', 'address', 'source', 'type'] as const).map((column) =>
              t(`export.column.${column}`),
            )}
            walk={(signal) => walkAccessLog(client, signal)}
            rowOf={rowOf}
          />
        }
        isNoneShown={folds.length === 0}
        empty={<EmptyState title={t('none.title')}>{log.next !== null && t('access.filterLoaded')}</EmptyState>}
      >
        {folds.map((fold, index) => (
          <AccessItem key={index} fold={fold} />
        ))}
      </LogList>
    </TextPage>
  )
}

function AccessItem({ fold }: { fold: AccessFold }) {
  const { t } = useTranslation('activity')
  const format = useFormat()
  const locale = useLocale()
  const { kind, entries, requests } = fold
  const [newest] = entries
  const oldest = entries.at(-1) ?? newest
  const { source, initial_user_username: administrator } = newest.metadata
  const isLikeThis = source !== null && source === logSourceOf(navigator.userAgent)
  return (
    <LogItem
      text={t(`access.says.${kind}`, { count: requests, administrator: isolate(administrator ?? t('unnamed')) })}
      time={
        entries.length === 1
          ? format.dateTime(newest.date_created)
          : timeRange(oldest.date_created, newest.date_created, locale)
      }
      dateTime={newest.date_created}
      addresses={[newest.metadata.ip_address]}
      sources={[source]}
      mark={
        isLikeThis && (
          <Badge variant="light" color="gray" tt="none" fw={500}>
            {t('access.likeThis')}
          </Badge>
        )
      }
    />
  )
}
