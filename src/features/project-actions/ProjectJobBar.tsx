import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { countOutcomes, isUnderWay, type OutcomeCounts, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { type JobAction, JobBar } from '#/ui/jobs/JobBar.tsx'
import { ProjectResults } from './ProjectResults.tsx'
import { type ProjectJob, undoOf } from './jobs/project-job.ts'
import { useProjectControl } from './jobs/use-project-job.ts'
import { saveForms } from './jobs/save-forms.ts'
import { projectSelection } from './selection/selection.ts'

const UNFINISHED = ['unchanged', 'gone', 'changedMeanwhile', 'failed', 'uncertain', 'waiting'] as const

/** The current or last action on projects: its progress, its results, and the buttons to stop, resume, retry and undo it. */
export function ProjectJobBar({ job }: { job: ProjectJob }) {
  const { t } = useTranslation('project-actions')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const counts = countOutcomes(job)
  const { fault, action, ids } = job
  const { total, done } = counts
  const settled = total - counts.waiting - counts.sending - counts.uncertain
  const isBusy = isUnderWay(job)
  useEffect(() => {
    if (action.kind === 'delete' && !isBusy)
      projectSelection.remove(ids.filter((uid) => job.outcomes.get(uid)?.is === 'done'))
  }, [action.kind, isBusy, ids, job.outcomes])
  const incomplete = ids.filter((uid) => {
    const outcome = job.outcomes.get(uid)
    return outcome?.is === 'done' && outcome.result?.notCopied
  }).length
  const parts = [
    ...UNFINISHED.filter((outcome) => counts[outcome] > 0).map((outcome) =>
      t(`outcome.${outcome}`, { count: counts[outcome] }),
    ),
    ...(incomplete > 0 ? [t('outcome.incomplete', { count: incomplete })] : []),
  ]

  return (
    <JobBar
      label={t('job.label')}
      title={t(`${isBusy ? 'running' : 'done'}.${action.kind}`, { count: isBusy ? total : done })}
      progress={
        isBusy
          ? {
              label: t('job.progressLabel'),
              text: t('job.progressText', { settled: format.number(settled), total: format.number(total) }),
              settled,
              total,
            }
          : null
      }
      summary={parts.length > 0 && <span>{format.list(parts)}</span>}
      actions={useJobActions(job, { counts, onDetails: () => setIsOpen(true) })}
      error={
        fault && {
          kind: fault.kind,
          title: t('job.stopped'),
          explanation: t('job.stoppedText'),
          message: fault.message,
        }
      }
    >
      {isOpen && <ProjectResults job={job} onClose={() => setIsOpen(false)} />}
    </JobBar>
  )
}

function useJobActions(
  job: ProjectJob,
  { counts, onDetails }: { counts: OutcomeCounts; onDetails: () => void },
): JobAction[] {
  const { t } = useTranslation(['project-actions', 'common'])
  const { run, stop, dismiss } = useProjectControl()
  if (isUnderWay(job)) {
    const disabled = job.phase === 'stopping'
    return [{ key: 'stop', label: t(disabled ? 'job.stopping' : 'job.stop'), disabled, onClick: stop }]
  }
  const undo = undoOf(job)
  const { waiting, uncertain, failed, done } = counts
  const actions: (JobAction | false)[] = [
    { key: 'close', label: t('common:action.close'), variant: 'subtle', onClick: dismiss },
    { key: 'details', label: t('job.details'), opensDialog: true, onClick: onDetails },
    job.action.kind === 'download' &&
      done > 0 && { key: 'save', label: t('job.save', { count: done }), onClick: () => void saveForms(job) },
    failed > 0 && {
      key: 'retry',
      label: t('job.retry', { count: failed }),
      onClick: () => run(retryFailed(job)),
    },
    undo !== null && {
      key: 'undo',
      label: t('job.undo', { count: undo.ids.length }),
      onClick: () => run(undo),
    },
    waiting + uncertain > 0 && {
      key: 'resume',
      label: t('job.resume'),
      variant: 'filled',
      onClick: () => run(job),
    },
  ]
  return actions.filter((one) => one !== false)
}
