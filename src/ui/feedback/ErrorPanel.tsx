import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from './Note.tsx'
import { ServerMessage } from './ServerWords.tsx'

/** What can go wrong, in the terms of the catalogue `errors`: the kinds of `ApiError`, and a few of the app's own. */
export type ErrorPanelKind =
  | 'no-network'
  | 'offline'
  | 'not-allowed'
  | 'file-not-allowed'
  | 'timed-out'
  | 'signed-out'
  | 'other-account'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'throttled'
  | 'rejected'
  | 'server-fault'
  | 'unreadable'
  | 'elsewhere'
  | 'unexpected'
  | 'outdated'
  | 'noPage'

/** After these, what was asked for may have been done all the same. */
const UNCERTAIN = new Set<ErrorPanelKind>(['offline', 'not-allowed', 'timed-out', 'unreadable', 'server-fault'])

/** Faults of the app itself: loading the page again may help. */
const OURS = new Set<ErrorPanelKind>(['unexpected', 'outdated'])

const RetryCountdown = lazy(async () => ({ default: (await import('./RetryCountdown.tsx')).RetryCountdown }))

interface ErrorPanelProps {
  kind: ErrorPanelKind
  /** In place of the kind's own title: "The form was not redeployed". */
  title?: string
  /** In place of the kind's own explanation: what is safe. */
  explanation?: string
  /** Something was to be changed: without an answer nobody knows whether it was. */
  isChange?: boolean
  /** The server's words, or empty; of `other-account` the account's name. */
  words?: string
  /** Offered to be copied, for a report; never holds a key or an answer. */
  details?: string | undefined
  onRetry?: (() => void) | undefined
  /** When it is tried again by itself, in milliseconds since 1970. */
  retryAt?: number | null
  /** Further ways on. */
  actions?: ReactNode
}

/** What happened, what is safe, what to do next, and the server's own words. */
export function ErrorPanel({
  kind,
  title,
  explanation,
  isChange = false,
  words = '',
  details,
  onRetry,
  retryAt = null,
  actions,
}: ErrorPanelProps) {
  const { t } = useTranslation(['errors', 'common'])
  const clipboard = useClipboard()
  const isUncertain = isChange && UNCERTAIN.has(kind)
  // It was done: "not saved", as the place says, would be false, and once more would do it twice.
  const isOthers = kind === 'other-account'
  const usual = isOthers
    ? t('errors:other-account.explanation', { account: words })
    : isUncertain
      ? `${t(`errors:${kind}.title`)}. ${t('errors:uncertain')}`
      : t(`errors:${kind}.explanation`)
  return (
    <Note
      hue="brick"
      icon={IconAlertTriangle}
      role="alert"
      title={isOthers || title === undefined ? t(`errors:${kind}.title`) : title}
      actions={
        <>
          {onRetry && retryAt !== null && (
            <Suspense>
              <RetryCountdown at={retryAt} onRetry={onRetry} />
            </Suspense>
          )}
          {onRetry && retryAt === null && !isOthers && (
            <Button variant="default" onClick={onRetry}>
              {t(kind === 'signed-out' ? 'errors:signIn' : 'common:action.retry')}
            </Button>
          )}
          {OURS.has(kind) && (
            <Button variant="default" onClick={() => location.reload()}>
              {t('errors:reload')}
            </Button>
          )}
          {actions}
          {details !== undefined && (
            <Button variant="subtle" onClick={() => clipboard.copy(details)}>
              {t(clipboard.copied ? 'common:action.copied' : 'common:action.copyDetails')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {title !== undefined && kind === 'no-network' && `${t('errors:no-network.title')}. `}
        {kind !== 'no-network' && !isOthers && explanation !== undefined ? explanation : usual}{' '}
        {t(`errors:${kind}.next`)}
      </p>
      {!isOthers && <ServerMessage>{words}</ServerMessage>}
    </Note>
  )
}
