import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from './Note.tsx'
import { ServerMessage } from './ServerMessage.tsx'

/** Keys of the catalogue `errors`: the kinds of `ApiError`, and errors of the app itself. */
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

/** After these errors of a mutation it is unknown whether the server applied the change. */
const UNCERTAIN = new Set<ErrorPanelKind>(['offline', 'not-allowed', 'timed-out', 'unreadable', 'server-fault'])

/** Errors of the app itself: reloading the page may help. */
const APP_FAULTS = new Set<ErrorPanelKind>(['unexpected', 'outdated'])

const RetryCountdown = lazy(async () => ({ default: (await import('./RetryCountdown.tsx')).RetryCountdown }))

interface ErrorPanelProps {
  kind: ErrorPanelKind
  /** Replaces the default title of the kind: "The form was not redeployed". */
  title?: string
  /** Replaces the default explanation of the kind: what was not lost. */
  explanation?: string
  /** A mutation failed. Without a response it is unknown whether the server applied the change. */
  isChange?: boolean
  /** The server's message, or empty. For `other-account`: the name of the account. */
  message?: string
  /** Can be copied for a bug report. Must not contain an API key or data. */
  details?: string | undefined
  onRetry?: (() => void) | undefined
  /** Time of the automatic retry, in milliseconds since 1970. */
  retryAt?: number | null
  /** Additional buttons. */
  actions?: ReactNode
}

/** Shows what happened, what was not lost, what to do next, and the server's message. */
export function ErrorPanel({
  kind,
  title,
  explanation,
  isChange = false,
  message = '',
  details,
  onRetry,
  retryAt = null,
  actions,
}: ErrorPanelProps) {
  const { t } = useTranslation(['errors', 'common'])
  const clipboard = useClipboard()
  const isUncertain = isChange && UNCERTAIN.has(kind)
  // The change was made: the title "not saved" would be false, and a retry would make it twice.
  const isOtherAccount = kind === 'other-account'
  const cause = title === undefined ? '' : `${t(`errors:${kind}.title`)}. `
  const explain = () => {
    if (isOtherAccount) return t('errors:other-account.explanation', { account: message })
    if (kind === 'no-network')
      return cause + (isChange ? t('errors:no-network.unsaved') : cause ? '' : t('errors:no-network.explanation'))
    if (explanation !== undefined) return explanation
    return isUncertain ? cause + t('errors:uncertain') : t(`errors:${kind}.explanation`)
  }
  return (
    <Note
      hue="brick"
      icon={IconAlertTriangle}
      role="alert"
      title={isOtherAccount || title === undefined ? t(`errors:${kind}.title`) : title}
      actions={
        <>
          {onRetry && retryAt !== null && (
            <Suspense>
              <RetryCountdown retryAt={retryAt} onRetry={onRetry} />
            </Suspense>
          )}
          {onRetry && retryAt === null && !isOtherAccount && (
            <Button variant="default" onClick={onRetry}>
              {t(kind === 'signed-out' ? 'errors:signIn' : 'common:action.retry')}
            </Button>
          )}
          {APP_FAULTS.has(kind) && (
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
        {explain()} {t(`errors:${kind}.next`)}
      </p>
      {!isOtherAccount && <ServerMessage>{message}</ServerMessage>}
    </Note>
  )
}
