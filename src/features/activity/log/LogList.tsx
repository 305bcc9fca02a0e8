import { Button, Skeleton } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import type { LoadedLog } from '#/api/log-pages.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import classes from './Log.module.css'

interface LogListProps {
  log: LoadedLog<unknown>
  query: Pick<
    UseInfiniteQueryResult<unknown, ApiError>,
    'isPending' | 'error' | 'refetch' | 'fetchNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError'
  >
  /** Loads the log again from its start. */
  onRefresh: () => void
  /** Beside "load again". */
  actions?: ReactNode
  /** In place of the list where there are no entries. */
  empty: ReactNode
  /** Where entries are loaded and none is shown. */
  isNoneShown: boolean
  children: ReactNode
}

/** A log with its count, what is loaded of it, and older pages on request. */
export function LogList({ log, query, onRefresh, actions, empty, isNoneShown, children }: LogListProps) {
  const { t } = useTranslation('activity')
  const format = useFormat()
  if (query.isPending)
    return (
      <div role="status" aria-label={t('loading')}>
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} height={44} mb={8} />
        ))}
      </div>
    )
  const loaded = log.results.length + log.unreadable.length
  if (query.error && loaded === 0)
    return (
      <ErrorPanel
        kind={query.error.kind}
        title={t('failed')}
        message={query.error.message}
        retryAt={throttledUntil(query.error)}
        onRetry={() => void query.refetch()}
      />
    )
  return (
    <>
      <div className={classes.bar}>
        <p role="status">
          {t('count', { count: log.count })}
          {log.next !== null && ` · ${t('loaded', { loaded: format.number(loaded), total: format.number(log.count) })}`}
        </p>
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={onRefresh}
          >
            {t('refresh')}
          </Button>
          {actions}
        </div>
      </div>
      <UnreadableItems kind="entry" items={log.unreadable} />
      {isNoneShown ? (
        empty
      ) : (
        <ol className={classes.list} aria-label={t('list')}>
          {children}
        </ol>
      )}
      {query.isFetchNextPageError && query.error && (
        <ErrorPanel
          kind={query.error.kind}
          title={t('olderFailed')}
          explanation={t('stays')}
          message={query.error.message}
          retryAt={throttledUntil(query.error)}
          onRetry={() => void query.fetchNextPage()}
        />
      )}
      {log.next !== null && !query.isFetchNextPageError && (
        <div className={classes.more}>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  )
}
