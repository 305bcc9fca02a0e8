import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { countOutcomes, isUnderWay, type OutcomeCounts, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { type JobAction, JobBar } from '#/ui/jobs/JobBar.tsx'
import { type JobResultGroup, JobResults } from '#/ui/jobs/JobResults.tsx'
import { type BulkJob, undoOf } from './bulk-job.ts'
import { useBulkControl } from './use-bulk-job.ts'

interface BulkJobBarProps {
  assetUid: string
  job: BulkJob
}

/** The current or last bulk job: its progress, its results, and the buttons to stop, resume, retry and undo it. */
export function BulkJobBar({ assetUid, job }: BulkJobBarProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const counts = countOutcomes(job)
  const { fault } = job
  const { total, done } = counts
  const settled = total - counts.waiting - counts.sending - counts.uncertain

  return (
    <JobBar
      label={t('job.label')}
      title={<JobTitle job={job} done={done} />}
      progress={
        isUnderWay(job)
          ? {
              label: t('job.progressLabel'),
              text: t('job.progressText', { settled: format.number(settled), total: format.number(total) }),
              settled,
              total,
            }
          : null
      }
      summary={<OutcomeSummary job={job} counts={counts} />}
      actions={useJobActions(assetUid, job, { counts, onDetails: () => setIsOpen(true) })}
      error={
        fault && {
          kind: fault.kind,
          title: t('job.stopped'),
          explanation: t('job.stoppedText'),
          message: fault.message,
        }
      }
    >
      {isOpen && <ResultsDialog job={job} onClose={() => setIsOpen(false)} />}
    </JobBar>
  )
}

function useJobActions(
  assetUid: string,
  job: BulkJob,
  { counts, onDetails }: { counts: OutcomeCounts; onDetails: () => void },
): JobAction[] {
  const { t } = useTranslation(['bulk', 'common'])
  const { run, stop, dismiss } = useBulkControl(assetUid)
  if (isUnderWay(job)) {
    const disabled = job.phase === 'stopping'
    return [{ key: 'stop', label: t(disabled ? 'bulk:job.stopping' : 'bulk:job.stop'), disabled, onClick: stop }]
  }
  const undo = undoOf(job)
  const { waiting, uncertain, failed, done, unchanged, total } = counts
  const actions: (JobAction | false)[] = [
    { key: 'close', label: t('common:action.close'), variant: 'subtle', onClick: dismiss },
    done + unchanged < total && {
      key: 'details',
      label: t('bulk:job.details'),
      opensDialog: true,
      onClick: onDetails,
    },
    failed > 0 && {
      key: 'retry',
      label: t('bulk:job.retry', { count: failed }),
      onClick: () => run(retryFailed(job)),
    },
    undo !== null && {
      key: 'undo',
      label: t('bulk:job.undo', { count: undo.ids.length }),
      onClick: () => run(undo),
    },
    waiting + uncertain > 0 && {
      key: 'resume',
      label: t('bulk:job.resume'),
      variant: 'filled',
      onClick: () => run(job),
    },
  ]
  return actions.filter((action) => action !== false)
}

const isUndo = ({ action: { kind } }: BulkJob) => kind === 'undoStatus' || kind === 'undoEdit' || kind === 'undoBring'

const jobKind = (kind: BulkJob['action']['kind']) =>
  kind === 'undoStatus' || kind === 'undoEdit' || kind === 'undoBring' ? 'undo' : kind

function JobTitle({ job, done }: { job: BulkJob; done: number }) {
  const { t } = useTranslation(['bulk', 'submissions'])
  const { action } = job
  const kind = jobKind(action.kind)
  const status = action.kind === 'status' ? t(`submissions:status.${STATUS_LABELS[action.status ?? 'none']}`) : ''
  return isUnderWay(job)
    ? t(`bulk:running.${kind}`, { count: job.ids.length, status })
    : t(`bulk:done.${kind}`, { count: done, status })
}

/** The key in the catalogue for an outcome: an undo skips changed submissions for another reason. */
const outcomeKey = (
  outcome: 'unchanged' | 'gone' | 'changedMeanwhile' | 'failed' | 'uncertain' | 'waiting',
  job: BulkJob,
) => (outcome === 'changedMeanwhile' ? (isUndo(job) ? 'changedByOthers' : 'noLongerMatching') : outcome)

/** The number of submissions that were not changed, by outcome. */
function OutcomeSummary({ job, counts }: { job: BulkJob; counts: OutcomeCounts }) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const parts = (['unchanged', 'gone', 'changedMeanwhile', 'failed', 'uncertain', 'waiting'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`outcome.${outcomeKey(outcome, job)}`, { count: counts[outcome] }))
  return parts.length > 0 && <span>{format.list(parts)}</span>
}

function ResultsDialog({ job, onClose }: { job: BulkJob; onClose: () => void }) {
  const { t } = useTranslation(['bulk', 'errors'])
  const { ids, outcomes } = job
  const groups = (['failed', 'uncertain', 'waiting', 'changedMeanwhile', 'gone'] as const).map(
    (outcome): JobResultGroup => {
      const groupIds = ids.filter((id) => (outcomes.get(id)?.is ?? 'waiting') === outcome)
      return {
        key: outcome,
        title: t(`bulk:outcome.${outcomeKey(outcome, job)}`, { count: groupIds.length }),
        ids: groupIds,
        copyLabel: t('bulk:results.copy', { count: groupIds.length }),
      }
    },
  )
  const noteOf = (id: string | number) => {
    const outcome = outcomes.get(Number(id))
    if (outcome?.is !== 'failed') return null
    return <span dir="auto">{outcome.error.message || t(`errors:${outcome.error.kind}.title`)}</span>
  }
  return (
    <JobResults
      title={t('bulk:results.title')}
      groups={groups.filter((group) => group.ids.length > 0)}
      noteOf={noteOf}
      moreLabel={(count) => t('bulk:results.more', { count })}
      onClose={onClose}
    />
  )
}
