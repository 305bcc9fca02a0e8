import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface RetryCountdownProps {
  /** Time of the automatic retry, in milliseconds since 1970; `null`: never. */
  retryAt: number | null
  onRetry: () => void
  isRetrying?: boolean
}

const SECOND = 1000

/** "Trying again in 12 s", and a retry button. It does not retry while the tab is hidden. */
export function RetryCountdown({ retryAt, onRetry, isRetrying = false }: RetryCountdownProps) {
  const { t } = useTranslation(['errors', 'common'])
  const [now, setNow] = useState(() => Date.now())
  const isWaiting = retryAt !== null && !isRetrying
  const onSecond = useEffectEvent(() => {
    setNow(Date.now())
    if (retryAt !== null && Date.now() >= retryAt && document.visibilityState === 'visible') onRetry()
  })
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(onSecond, SECOND)
    return () => clearInterval(timer)
  }, [isWaiting, retryAt])
  const seconds = retryAt === null ? 0 : Math.ceil((retryAt - now) / SECOND)

  return (
    <>
      {isRetrying ? (
        <span>{t('errors:again.trying')}</span>
      ) : (
        seconds > 0 && <span>{t('errors:again.in', { seconds })}</span>
      )}
      <Button variant="default" onClick={onRetry}>
        {t(isWaiting ? 'errors:again.now' : 'common:action.retry')}
      </Button>
    </>
  )
}
