import { Button } from '@mantine/core'
import { IconCircleX, IconRepeat } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { retryLog } from '#/api/kpi/hooks/mutations.ts'
import type { Hook, HookLog } from '#/api/kpi/hooks/schema.ts'
import classes from '#/features/rest-services/services.module.css'
import { canRetry, RETRY_DELAY, retryWait, STATUS } from '#/features/rest-services/undelivered/reasons.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { LogStatus } from './LogStatus.tsx'
import { Message } from './Message.tsx'
import { useMinute } from './use-minute.ts'

interface LogEntryProps {
  assetUid: string
  hook: Hook
  log: HookLog
  /** Of the submission. */
  path: string
  /** It was sent again: it may have left the list by then. */
  onSent: (submissionId: number) => void
}

/** What became of one submission, what the other side answered, and sending it again. */
export function LogEntry({ assetUid, hook, log, path, onSent }: LogEntryProps) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const retry = useMutation({ ...retryLog(assetUid, hook.uid), onSuccess: () => onSent(log.submission_id) })
  const { error } = retry
  const id = String(log.submission_id)
  const now = useMinute()
  const isFailed = log.status === STATUS.failed
  const wait = retryWait(log, now)
  // Where the device's clock is wrong, the server decides.
  const isTooEarly = isFailed && wait > 0 && wait <= RETRY_DELAY
  const offersRetry = hook.active && (canRetry(log, now) || (isFailed && wait > RETRY_DELAY))
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <Link to={path}>{t('log.submissionId', { id })}</Link>
        <LogStatus status={log.status} />
        <span className={classes.small}>
          {log.status_code !== null && <>{t('log.code', { code: String(log.status_code) })} · </>}
          {t('log.tries', { count: log.tries })} · <RelativeTime iso={log.date_modified} />
        </span>
      </div>
      <Message text={log.message ?? ''} isOpen={log.status !== STATUS.sent} />
      {offersRetry && (
        <Button
          variant="default"
          leftSection={<IconRepeat size={16} stroke={1.75} aria-hidden />}
          aria-label={t('log.retryNamed', { id })}
          loading={retry.isPending}
          onClick={() => retry.mutate(log.uid)}
        >
          {t('log.retry')}
        </Button>
      )}
      {hook.active && isTooEarly && !retry.isPending && (
        <p className={classes.small}>
          {t('log.tooEarly', {
            time: format.recentTime(new Date(Date.parse(log.date_modified) + RETRY_DELAY + 60_000)),
          })}
        </p>
      )}
      {!hook.active && isFailed && <p className={classes.small}>{t('log.paused')}</p>}
      {error &&
        (error.kind === 'rejected' ? (
          <div className={classes.wide}>
            <Note hue="brick" icon={IconCircleX} role="alert" title={t('log.retryFailed')}>
              <p dir="auto">{error.message}</p>
            </Note>
          </div>
        ) : (
          <div className={classes.wide}>
            <ErrorPanel isChange kind={error.kind} title={t('log.notRetried')} message={error.message} />
          </div>
        ))}
    </li>
  )
}
