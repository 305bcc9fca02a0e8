import { IconClockExclamation, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { setFindWhy } from '#/api/client.ts'
import { nextTryAt } from '#/api/next-try.ts'
import { whyUnread } from '#/api/why-unread.ts'
import { loadNamespaces } from '#/i18n/load-words.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { RetryCountdown } from '#/ui/feedback/RetryCountdown.tsx'
import { StatusBar } from '#/ui/feedback/StatusBar.tsx'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { ChaosBar } from './ChaosBar.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { type FailedQueries, isUnreachable, useFailedQueries, useReadAgain } from './use-failed-readings.ts'
import { useOtherTabs } from './use-other-tabs.ts'
import { useStylesAgain } from './use-styles-again.ts'

/** What says that something could not be loaded is there before. */
const WHAT_TELLS = [
  () => import('#/app/ErrorPage.tsx'),
  () => import('@mantine/notifications'),
  () => loadNamespaces('errors'),
]

setFindWhy(whyUnread)

/** Around every page: that there is no network, and that what is shown is not of now. Both end by themselves. */
export function FaultBars({ needsNetwork }: { needsNetwork: boolean }) {
  const hasUnsaved = useSyncExternalStore(unsaved.subscribe, unsaved.any)
  useOtherTabs()
  useStylesAgain()
  return (
    <>
      {hasUnsaved && <UnsavedGuard />}
      <ReadingBars needsNetwork={needsNetwork} />
      {!needsNetwork && <ChaosBar />}
    </>
  )
}

function ReadingBars({ needsNetwork }: { needsNetwork: boolean }) {
  const isOnline = useIsOnline()
  const failed = useFailedQueries()
  const readAgain = useReadAgain()
  const onOnline = useEffectEvent(readAgain)
  useEffect(() => {
    for (const load of WHAT_TELLS) void load().catch(() => {})
    const listener = () => onOnline()
    addEventListener('online', listener)
    return () => removeEventListener('online', listener)
  }, [])

  if (!isOnline && needsNetwork) return <OfflineBar since={failed?.since ?? null} />
  // Where nothing is shown yet, the place itself tells why.
  if (!failed || (failed.since === null && !isUnreachable(failed.error))) return null
  return <FailedBar failed={failed} onRetry={readAgain} />
}

function OfflineBar({ since }: { since: number | null }) {
  const { t } = useTranslation('errors')
  return (
    <StatusBar place="top" icon={IconWifiOff}>
      {t('bar.offline')} <Since time={since} />
    </StatusBar>
  )
}

function FailedBar({ failed: { error, since, isTrying }, onRetry }: { failed: FailedQueries; onRetry: () => void }) {
  const { t } = useTranslation('errors')
  const [tries, setTries] = useState(0)
  const retry = () => {
    setTries(tries + 1)
    onRetry()
  }
  return (
    <StatusBar
      place={isUnreachable(error) ? 'top' : 'bottom'}
      icon={isUnreachable(error) ? IconWifiOff : IconClockExclamation}
      aside={<RetryCountdown at={nextTryAt(error, tries)} isTrying={isTrying} onRetry={retry} />}
    >
      {isUnreachable(error) ? (
        <>
          {error.kind === 'not-allowed' ? t('bar.notAllowed', { site: location.origin }) : t('bar.unreachable')}{' '}
          <Since time={since} />
        </>
      ) : (
        <>
          <Since time={since} /> {t(`${error.kind}.title`)}.
        </>
      )}
    </StatusBar>
  )
}

function Since({ time }: { time: number | null }) {
  const { t } = useTranslation('errors')
  const format = useFormat()
  return time !== null && t('bar.since', { time: format.recent(new Date(time)) })
}
