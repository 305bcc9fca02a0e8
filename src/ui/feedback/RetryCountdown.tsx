import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface RetryCountdownProps {
  /** When to try by itself, in milliseconds since 1970; `null`: never. */
  at: number | null
  onRetry: () => void
  /** While it is being tried. */
  isTrying?: boolean
}

const SECOND = 1000

/** "Trying again in 12 s", and the button for those who do not want to wait. Not while nobody looks. */
export function RetryCountdown({ at, onRetry, isTrying = false }: RetryCountdownProps) {
  const { t } = useTranslation(['errors', 'common'])
  const [now, setNow] = useState(() => Date.now())
  const isWaiting = at !== null && !isTrying
  const onTick = useEffectEvent(() => {
    setNow(Date.now())
    if (at !== null && Date.now() >= at && document.visibilityState === 'visible') onRetry()
  })
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(onTick, SECOND)
    return () => clearInterval(timer)
  }, [isWaiting, at])
  const seconds = at === null ? 0 : Math.ceil((at - now) / SECOND)

  return (
    <>
      {isTrying ? (
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
