import { Button, Progress } from '@mantine/core'
import { IconListSearch, IconRepeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Hook, HookLog } from '#/api/kpi/hooks/schema.ts'
import { useMinute } from '#/features/rest-services/log/use-minute.ts'
import classes from '#/features/rest-services/services.module.css'
import { useFormat } from '#/i18n/use-format.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ReasonGroup } from './ReasonGroup.tsx'
import { SendAgainBar } from './SendAgainBar.tsx'
import type { CheckProgress, CheckResult } from './check.ts'
import { canRetry, type Reason, REASONS, type Undelivered } from './reasons.ts'
import { newSendAgainJob } from './send-again-handler.ts'
import { useCheck } from './use-check.ts'
import { useSendAgain } from './use-send-again.ts'

interface UndeliveredCardProps {
  asset: Asset
  hook: Hook
  submissionPath: (submissionId: number) => string
}

/** Finds the submissions that the other side does not have as they are here, and why. One action of a person starts it. */
export function UndeliveredCard({ asset, hook, submissionPath }: UndeliveredCardProps) {
  const { t } = useTranslation('services')
  const readsHistory = assetCan.share(asset) // `manage_asset`, without which the history is 403 [0365]
  const check = useCheck({ assetUid: asset.uid, hookUid: hook.uid, readsHistory })
  const { job, control } = useSendAgain(asset.uid, hook.uid)
  const { state } = check
  const isDraft = asset.deployed_version_id === null
  return (
    <Card title={t('undelivered.title')}>
      <div className={classes.stack}>
        <p>{t('undelivered.text')}</p>
        {isDraft && <p className={classes.small}>{t('request.draft')}</p>}
        {state.stage === 'running' ? (
          <Running progress={state.progress} onCancel={check.cancel} />
        ) : (
          !isDraft && (
            <>
              <Button
                variant="default"
                leftSection={<IconListSearch size={16} stroke={1.75} aria-hidden />}
                onClick={check.start}
              >
                {t(state.stage === 'done' ? 'undelivered.again' : 'undelivered.start')}
              </Button>
              <p className={classes.small}>{t(readsHistory ? 'undelivered.history' : 'undelivered.withoutHistory')}</p>
            </>
          )
        )}
        {state.stage === 'stopped' && (
          <ErrorPanel
            kind={state.error.kind}
            title={t('undelivered.stopped')}
            explanation={t('undelivered.stoppedText')}
            message={state.error.message}
            onRetry={check.resume}
          />
        )}
        {job && <SendAgainBar job={job} control={control} />}
        {state.stage === 'done' && (
          <Result
            assetUid={asset.uid}
            hook={hook}
            result={state.result}
            sentSince={sentBy(job)}
            canSend={!job || !isUnderWay(job)}
            submissionPath={submissionPath}
            onSendAgain={(logs) => control.run(newSendAgainJob(logs))}
          />
        )}
      </div>
    </Card>
  )
}

/** The entries of the log that a job sent. */
const sentBy = (job: ReturnType<typeof useSendAgain>['job']): ReadonlySet<string> =>
  new Set([...(job?.outcomes ?? [])].flatMap(([id, { is }]) => (is === 'done' || is === 'unchanged' ? [id] : [])))

function Running({ progress: { step, done, total }, onCancel }: { progress: CheckProgress; onCancel: () => void }) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const value = total === null || total === 0 ? 0 : (100 * done) / total
  return (
    <>
      <Progress className={classes.wide ?? ''} aria-label={t('undelivered.progress')} value={value} />
      <p role="status">
        {total === null
          ? t(`undelivered.step.${step}`)
          : `${t(`undelivered.step.${step}`)} ${t('undelivered.of', { done: format.number(done), total: format.number(total) })}`}
      </p>
      <Button variant="default" onClick={onCancel}>
        {t('undelivered.cancel')}
      </Button>
    </>
  )
}

interface ResultProps {
  assetUid: string
  hook: Hook
  result: CheckResult
  sentSince: ReadonlySet<string>
  canSend: boolean
  submissionPath: (submissionId: number) => string
  onSendAgain: (logs: readonly HookLog[]) => void
}

function Result({ assetUid, hook, result, sentSince, canSend, submissionPath, onSendAgain }: ResultProps) {
  const { t } = useTranslation('services')
  const { checked, unreadable, knowsTimes } = result
  const left = result.undelivered.filter(({ log }) => !log || !sentSince.has(log.uid))
  const groups = REASONS.map((reason) => ({ reason, rows: left.filter((row) => row.reason === reason) })).filter(
    ({ rows }) => rows.length > 0,
  )
  return (
    <>
      <p role="status">
        {left.length === 0
          ? t('undelivered.all', { count: checked })
          : t('undelivered.found', { count: left.length, checked })}
      </p>
      {unreadable > 0 && <p>{t('undelivered.unreadable', { count: unreadable })}</p>}
      {!knowsTimes && groups.length > 0 && <p className={classes.small}>{t('undelivered.guessed')}</p>}
      {hook.export_type === 'xml' && groups.length > 0 && <p className={classes.small}>{t('undelivered.xml')}</p>}
      <ul className={classes.list}>
        {groups.map(({ reason, rows }) => (
          <ReasonGroup
            key={reason}
            assetUid={assetUid}
            hook={hook}
            reason={reason}
            rows={rows}
            submissionPath={submissionPath}
            actions={<SendAgain hook={hook} reason={reason} rows={rows} canSend={canSend} onSendAgain={onSendAgain} />}
          />
        ))}
      </ul>
    </>
  )
}

interface SendAgainProps extends Pick<ResultProps, 'hook' | 'canSend' | 'onSendAgain'> {
  reason: Reason
  rows: readonly Undelivered[]
}

/** Sends those again that the server would send now; says why where it would not. */
function SendAgain({ hook, reason, rows, canSend, onSendAgain }: SendAgainProps) {
  const { t } = useTranslation('services')
  const now = useMinute()
  if (reason !== 'failed' && reason !== 'pending') return null
  const due = rows.flatMap(({ log }) => (log && canRetry(log, now) ? [log] : []))
  if (!hook.active) return <span className={classes.small}>{t('log.paused')}</span>
  if (due.length === 0) return reason === 'failed' && <span className={classes.small}>{t('again.tooEarly')}</span>
  return (
    <Button
      variant="default"
      disabled={!canSend}
      leftSection={<IconRepeat size={16} stroke={1.75} aria-hidden />}
      onClick={() => onSendAgain(due)}
    >
      {t('again.start', { count: due.length })}
    </Button>
  )
}
