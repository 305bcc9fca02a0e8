import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { countOutcomes, isUnderWay, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { type JobAction, JobBar } from '#/ui/jobs/JobBar.tsx'
import { type JobResultGroup, JobResults } from '#/ui/jobs/JobResults.tsx'
import type { SendAgainJob } from './send-again-handler.ts'
import type { useSendAgain } from './use-send-again.ts'

interface SendAgainBarProps {
  job: SendAgainJob
  control: ReturnType<typeof useSendAgain>['control']
}

const NOT_SENT = ['failed', 'uncertain', 'gone', 'waiting'] as const

/** The job that sends failed submissions again: its progress, the other side's answers, stopping and resuming. */
export function SendAgainBar({ job, control: { run, stop, dismiss } }: SendAgainBarProps) {
  const { t } = useTranslation(['services', 'common', 'errors'])
  const format = useFormat()
  const [showsResults, setShowsResults] = useState(false)
  const counts = countOutcomes(job)
  const isBusy = isUnderWay(job)
  const settled = counts.total - counts.waiting - counts.sending - counts.uncertain
  const open = counts.waiting + counts.uncertain
  const sent = counts.done + counts.unchanged
  const outcomeOf = (id: string | number) => job.outcomes.get(String(id))
  const groups = NOT_SENT.map((key): JobResultGroup => ({
    key,
    title: t(`services:again.outcome.${key}`),
    ids: job.ids.filter((id) => (outcomeOf(id)?.is ?? 'waiting') === key),
    copyLabel: t('services:again.copy'),
  })).filter(({ ids }) => ids.length > 0)

  const actions: (JobAction | false)[] = isBusy
    ? [
        {
          key: 'stop',
          label: t(job.phase === 'stopping' ? 'services:again.stopping' : 'services:again.stop'),
          disabled: job.phase === 'stopping',
          onClick: stop,
        },
      ]
    : [
        { key: 'close', label: t('common:action.close'), variant: 'subtle', onClick: dismiss },
        groups.length > 0 && {
          key: 'details',
          label: t('services:again.details'),
          opensDialog: true,
          onClick: () => setShowsResults(true),
        },
        counts.failed > 0 && {
          key: 'retry',
          label: t('services:again.retry', { count: counts.failed }),
          onClick: () => run(retryFailed(job)),
        },
        open > 0 && {
          key: 'resume',
          label: t('services:again.resume', { count: open }),
          variant: 'filled',
          onClick: () => run(job),
        },
      ]
  return (
    <JobBar
      label={t('services:again.label')}
      title={t(isBusy ? 'services:again.running' : 'services:again.ended', {
        count: counts.total,
        sent: format.number(sent),
      })}
      progress={
        isBusy
          ? {
              label: t('services:again.progress'),
              text: t('services:again.settled', {
                done: format.number(settled),
                total: format.number(counts.total),
              }),
              settled,
              total: counts.total,
            }
          : null
      }
      actions={actions.filter((action) => action !== false)}
      error={
        job.fault && {
          kind: job.fault.kind,
          title: t('services:again.stopped'),
          explanation: t('services:again.stoppedText'),
          message: job.fault.message,
        }
      }
    >
      {showsResults && (
        <JobResults
          title={t('services:again.results')}
          groups={groups}
          labelOf={(id) => String(job.action.submissions.get(String(id)) ?? id)}
          noteOf={(id) => {
            const outcome = outcomeOf(id)
            return outcome?.is === 'failed' ? (
              <span dir="auto">{outcome.error.message || t(`errors:${outcome.error.kind}.title`)}</span>
            ) : null
          }}
          moreLabel={(count) => t('services:again.more', { count })}
          onClose={() => setShowsResults(false)}
        />
      )}
    </JobBar>
  )
}
