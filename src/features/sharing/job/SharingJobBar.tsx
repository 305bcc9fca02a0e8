import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { countOutcomes, isUnderWay, type OutcomeCounts, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { type JobAction, JobBar } from '#/ui/jobs/JobBar.tsx'
import { type JobResultGroup, JobResults } from '#/ui/jobs/JobResults.tsx'
import type { SharingJob } from './sharing-job.ts'
import { useSharingJobControl } from './use-sharing-job.ts'

interface SharingJobBarProps {
  assetUid: string
  job: SharingJob
}

/** The people who were not changed, in the order of the report. */
const OUTCOMES = ['unchanged', 'changedMeanwhile', 'failed', 'uncertain', 'waiting'] as const

/** The current or last job: its progress, its results, and the buttons to stop, resume and retry it. */
export function SharingJobBar({ assetUid, job }: SharingJobBarProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const counts = countOutcomes(job)
  const { fault, action } = job
  const { total, done, waiting, sending, uncertain } = counts
  const settled = total - waiting - sending - uncertain
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0)
  return (
    <JobBar
      label={t('job.label')}
      title={
        isUnderWay(job)
          ? t(`job.running.${action.kind}`, { count: total })
          : t(`job.done.${action.kind}`, { count: done })
      }
      progress={
        isUnderWay(job)
          ? {
              label: t('job.progress'),
              text: t('job.progressText', { settled: format.number(settled), total: format.number(total) }),
              settled,
              total,
            }
          : null
      }
      summary={
        parts.length > 0 && (
          <span>{format.list(parts.map((outcome) => t(`job.outcome.${outcome}`, { count: counts[outcome] })))}</span>
        )
      }
      actions={useActions(assetUid, job, { counts, onDetails: () => setIsOpen(true) })}
      error={
        fault && {
          kind: fault.kind,
          title: t('job.stopped'),
          explanation: t('job.stoppedText'),
          message: fault.message,
        }
      }
    >
      {isOpen && <Results job={job} onClose={() => setIsOpen(false)} />}
    </JobBar>
  )
}

function useActions(
  assetUid: string,
  job: SharingJob,
  { counts, onDetails }: { counts: OutcomeCounts; onDetails: () => void },
): JobAction[] {
  const { t } = useTranslation(['sharing', 'common'])
  const { run, stop, dismiss } = useSharingJobControl(assetUid)
  if (isUnderWay(job)) {
    const disabled = job.phase === 'stopping'
    return [{ key: 'stop', label: t(disabled ? 'sharing:job.stopping' : 'sharing:job.stop'), disabled, onClick: stop }]
  }
  const actions: (JobAction | false)[] = [
    { key: 'close', label: t('common:action.close'), variant: 'subtle', onClick: dismiss },
    counts.done < counts.total && {
      key: 'details',
      label: t('sharing:job.details'),
      opensDialog: true,
      onClick: onDetails,
    },
    counts.failed > 0 && {
      key: 'retry',
      label: t('sharing:job.retry', { count: counts.failed }),
      onClick: () => run(retryFailed(job)),
    },
    counts.waiting + counts.uncertain > 0 && {
      key: 'resume',
      label: t('sharing:job.resume'),
      variant: 'filled',
      onClick: () => run(job),
    },
  ]
  return actions.filter((action) => action !== false)
}

function Results({ job, onClose }: { job: SharingJob; onClose: () => void }) {
  const { t } = useTranslation(['sharing', 'errors'])
  const groups = OUTCOMES.map((outcome): JobResultGroup => {
    const ids = job.ids.filter((id) => (job.outcomes.get(id)?.is ?? 'waiting') === outcome)
    return {
      key: outcome,
      title: t(`sharing:job.outcome.${outcome}`, { count: ids.length }),
      ids,
      copyLabel: t('sharing:job.copy', { count: ids.length }),
    }
  })
  const noteOf = (id: string | number) => {
    const outcome = job.outcomes.get(String(id))
    if (outcome?.is !== 'failed') return null
    return <span dir="auto">{outcome.error.message || t(`errors:${outcome.error.kind}.title`)}</span>
  }
  return (
    <JobResults
      title={t('sharing:job.notChanged')}
      groups={groups.filter(({ ids }) => ids.length > 0)}
      noteOf={noteOf}
      moreLabel={(count) => t('sharing:job.more', { count })}
      onClose={onClose}
    />
  )
}
