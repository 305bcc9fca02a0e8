import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_LABELS } from '#/dataset/answers/StatusLabel.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './BulkParts.module.css'
import { BulkResults } from './BulkResults.tsx'
import { type BulkJob, countOutcomes, isUnderWay, undoOf, withoutFailures } from './bulk-job.ts'
import { useBulkControl } from './use-bulk-job.ts'

interface BulkJobBarProps {
  assetUid: string
  job: BulkJob
}

/** What is being done to many submissions: how far it is, what became of them, and the ways on and back. */
export function BulkJobBar({ assetUid, job }: BulkJobBarProps) {
  const { t } = useTranslation(['bulk', 'common'])
  const format = useFormat()
  const { run, stop, putAway } = useBulkControl(assetUid)
  const [isOpen, setIsOpen] = useState(false)
  const tally = countOutcomes(job)
  const settled = tally.total - tally.waiting - tally.uncertain
  const isBusy = isUnderWay(job)
  const bar = useRef<HTMLElement>(null)
  const undo = isBusy ? null : undoOf(job)
  const hasRest = !isBusy && tally.waiting + tally.uncertain > 0

  // What began it has gone, and the focus with it: to where one can stop it or take it back.
  useEffect(() => {
    if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true })
  }, [isBusy])

  return (
    <section ref={bar} className={classes.job} aria-label={t('bulk:job.label')} tabIndex={-1} data-job>
      <div className={classes.told}>
        <p role="status" className={classes.title}>
          <JobTitle job={job} done={tally.done} />
        </p>
        {isBusy ? (
          <>
            <Progress
              className={classes.progress ?? ''}
              aria-label={t('bulk:job.progress')}
              value={(100 * settled) / Math.max(1, tally.total)}
            />
            <span>{t('bulk:job.of', { settled: format.number(settled), total: format.number(tally.total) })}</span>
          </>
        ) : (
          <Rest job={job} />
        )}
      </div>
      <div className={classes.buttons}>
        {isBusy && (
          <Button variant="default" disabled={job.phase === 'stopping'} onClick={stop}>
            {t(job.phase === 'stopping' ? 'bulk:job.stopping' : 'bulk:job.stop')}
          </Button>
        )}
        {hasRest && <Button onClick={() => run(job)}>{t('bulk:job.goOn')}</Button>}
        {!isBusy && tally.failed > 0 && (
          <Button variant="default" onClick={() => run(withoutFailures(job))}>
            {t('bulk:job.retry', { count: tally.failed })}
          </Button>
        )}
        {!isBusy && tally.done + tally.unchanged < tally.total && (
          <Button variant="default" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
            {t('bulk:job.details')}
          </Button>
        )}
        {undo && (
          <Button variant="default" onClick={() => run(undo)}>
            {t('bulk:job.undo', { count: undo.ids.length })}
          </Button>
        )}
        {!isBusy && (
          <Button variant="subtle" onClick={putAway}>
            {t('common:action.close')}
          </Button>
        )}
      </div>
      {job.fault && !isBusy && (
        <div className={classes.fault}>
          <ErrorPanel
            kind={job.fault.kind}
            title={t('bulk:job.stopped')}
            explanation={t('bulk:job.safe')}
            words={job.fault.message}
          />
        </div>
      )}
      {isOpen && <BulkResults job={job} onClose={() => setIsOpen(false)} />}
    </section>
  )
}

function JobTitle({ job, done }: { job: BulkJob; done: number }) {
  const { t } = useTranslation(['bulk', 'submissions'])
  const { action } = job
  const kind = action.kind === 'undoStatus' || action.kind === 'undoEdit' ? 'undo' : action.kind
  const status = action.kind === 'status' ? t(`submissions:status.${STATUS_LABELS[action.verdict ?? 'none']}`) : ''
  return isUnderWay(job)
    ? t(`bulk:doing.${kind}`, { count: job.ids.length, status })
    : t(`bulk:done.${kind}`, { count: done, status })
}

/** Those that were not done, by why. */
function Rest({ job }: { job: BulkJob }) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const tally = countOutcomes(job)
  const isUndo = job.action.kind.startsWith('undo')
  const parts = (['unchanged', 'gone', 'left', 'failed', 'uncertain', 'waiting'] as const)
    .filter((what) => tally[what] > 0)
    .map((what) => t(`rest.${what === 'left' && isUndo ? 'leftUndo' : what}`, { count: tally[what] }))
  return parts.length > 0 && <span>{format.list(parts)}</span>
}
