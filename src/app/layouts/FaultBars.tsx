import { IconClockExclamation, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { setDiagnoseFailure } from '#/api/client.ts'
import { diagnoseFailure } from '#/api/diagnose-failure.ts'
import type { ApiError } from '#/api/errors.ts'
import { nextRetryAt } from '#/api/next-retry.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { RetryCountdown } from '#/ui/feedback/RetryCountdown.tsx'
import { StatusBar } from '#/ui/feedback/StatusBar.tsx'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { ChaosBar } from './ChaosBar.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { type FailedQueries, isUnreachable, useFailedQueries, useRefetch } from './use-failed-queries.ts'
import { useSyncWithOtherTabs } from './use-sync-with-other-tabs.ts'

/** Loads the components that report missing chunks, before they are needed. */
const ERROR_MODULES = [
  () => import('#/app/ErrorPage.tsx'),
  () => import('@mantine/notifications'),
  () => loadNamespaces('errors'),
]

setDiagnoseFailure(diagnoseFailure)

/** Bars on every page: offline, and outdated data. They disappear by themselves. */
export function FaultBars({ needsNetwork }: { needsNetwork: boolean }) {
  const hasUnsaved = useSyncExternalStore(unsaved.subscribe, unsaved.any)
  useSyncWithOtherTabs()
  return (
    <>
      {hasUnsaved && <UnsavedGuard />}
      <QueryBars needsNetwork={needsNetwork} />
      {!needsNetwork && <ChaosBar />}
    </>
  )
}

function QueryBars({ needsNetwork }: { needsNetwork: boolean }) {
  const isOnline = useIsOnline()
  const failed = useFailedQueries()
  const refetch = useRefetch()
  const onOnline = useEffectEvent(refetch)
  useEffect(() => {
    for (const load of ERROR_MODULES) void load().catch(() => {})
    const listener = () => onOnline()
    addEventListener('online', listener)
    return () => removeEventListener('online', listener)
  }, [])

  if (!isOnline && needsNetwork) return <OfflineBar since={failed?.oldestDataAt ?? null} />
  // If nothing is shown yet, the page itself shows the error.
  if (!failed || (failed.oldestDataAt === null && !isUnreachable(failed.error))) return null
  return <FailedBar failed={failed} onRetry={refetch} />
}

function OfflineBar({ since }: { since: number | null }) {
  const { t } = useTranslation('errors')
  return (
    <StatusBar edge="top" icon={IconWifiOff}>
      {t('bar.offline')} <DataAge time={since} />
    </StatusBar>
  )
}

function FailedBar({
  failed: { error, oldestDataAt, isRefetching },
  onRetry,
}: {
  failed: FailedQueries
  onRetry: () => void
}) {
  const { t } = useTranslation('errors')
  const [retries, setRetries] = useState(0)
  const unreachableText = ({ kind }: ApiError) => {
    if (kind === 'not-allowed') return t('bar.notAllowed', { site: location.origin })
    return t(kind === 'no-network' ? 'bar.offline' : 'bar.unreachable')
  }
  const retry = () => {
    setRetries(retries + 1)
    onRetry()
  }
  return (
    <StatusBar
      edge={isUnreachable(error) ? 'top' : 'bottom'}
      icon={isUnreachable(error) ? IconWifiOff : IconClockExclamation}
      aside={<RetryCountdown retryAt={nextRetryAt(error, retries)} isRetrying={isRefetching} onRetry={retry} />}
    >
      {isUnreachable(error) ? (
        <>
          {unreachableText(error)} <DataAge time={oldestDataAt} />
        </>
      ) : (
        <>
          <DataAge time={oldestDataAt} /> {t(`${error.kind}.title`)}.
        </>
      )}
    </StatusBar>
  )
}

function DataAge({ time }: { time: number | null }) {
  const { t } = useTranslation('errors')
  const format = useFormat()
  return time !== null && t('bar.since', { time: format.recentTime(new Date(time)) })
}
