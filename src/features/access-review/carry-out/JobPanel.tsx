import { Button, Progress } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLoader2,
  IconUserExclamation,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import type { Standing } from '#/features/access-review/model/review.ts'
import { nameOfAccess } from '#/features/access-review/model/role-of-access.ts'
import { ChangeSentence } from '#/features/access-review/plan/ChangeSentence.tsx'
import classes from '#/features/access-review/plan/PlanPanel.module.css'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { countOutcomes, isUnderWay, type ItemOutcome, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import type { AccessJob, AccessJobTypes } from './access-job.ts'
import { useAccessJobControl } from './use-access-job.ts'

interface JobPanelProps {
  job: AccessJob
  /** What a person can do in a project now. */
  standingNow: (uid: string, username: string) => Standing
  onPlanAgain: (changes: readonly PlannedChange[]) => void
}

/** Changes drawn at once: first those that were not made. */
const LISTED = 200

type Outcome = ItemOutcome<AccessJobTypes>['is'] | 'waiting'

const ICONS = {
  waiting: IconCircleDashed,
  sending: IconLoader2,
  done: IconCircleCheck,
  unchanged: IconCircleCheck,
  gone: IconCircleX,
  changedMeanwhile: IconUserExclamation,
  failed: IconCircleX,
  uncertain: IconAlertTriangle,
  cancelled: IconCircleX,
} as const

/** What was not made comes first. */
const ORDER: readonly Outcome[] = ['failed', 'changedMeanwhile', 'uncertain', 'gone', 'sending', 'waiting', 'cancelled']

/** The plan while it is carried out, and the result of each change. */
export function JobPanel({ job, standingNow, onPlanAgain }: JobPanelProps) {
  const { t } = useTranslation(['access', 'common'])
  const format = useFormat()
  const { run, stop, dismiss } = useAccessJobControl()
  const counts = countOutcomes(job)
  const isBusy = isUnderWay(job)
  const settled = counts.total - counts.waiting - counts.sending - counts.uncertain
  const open = counts.waiting + counts.uncertain
  const panel = useRef<HTMLElement>(null)
  // The button that began it has gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [isBusy])

  const outcomeOf = (id: string): Outcome => job.outcomes.get(id)?.is ?? 'waiting'
  const changesWith = (...outcomes: Outcome[]) =>
    job.ids.flatMap((id) => {
      const change = job.action.changes.get(id)
      return change && outcomes.includes(outcomeOf(id)) ? [change] : []
    })
  const notMade = changesWith('waiting', 'failed', 'uncertain')
  const rank = (id: string) => {
    const index = ORDER.indexOf(outcomeOf(id))
    return index < 0 ? ORDER.length : index
  }
  const ids = isBusy ? job.ids : job.ids.toSorted((a, b) => rank(a) - rank(b))
  const first = isBusy ? Math.max(0, Math.min(settled - 3, ids.length - LISTED)) : 0

  const close = () => {
    dismiss()
    onPlanAgain(notMade)
  }
  return (
    <section ref={panel} className={classes.panel} aria-label={t('access:plan.label')} tabIndex={-1} data-job>
      <div role="status">
        <h2 className={classes.title}>
          {isBusy
            ? t('access:job.running', { count: counts.total })
            : t('access:job.ended', { done: format.number(counts.done + counts.unchanged), count: counts.total })}
        </h2>
      </div>
      <div className={classes.body}>
        {isBusy && (
          <>
            <Progress
              className={classes.progress ?? ''}
              aria-label={t('access:job.progress')}
              value={(100 * settled) / Math.max(1, counts.total)}
            />
            <p className={classes.summary}>
              {t('access:job.settled', { done: format.number(settled), total: format.number(counts.total) })}
            </p>
          </>
        )}
        {!isBusy && job.fault && (
          <ErrorPanel
            kind={job.fault.kind}
            title={t('access:job.stopped')}
            explanation={t('access:job.stoppedText')}
            message={job.fault.message}
          />
        )}
        <ul className={classes.changes}>
          {ids.slice(first, first + LISTED).map((id) => {
            const change = job.action.changes.get(id)
            if (!change) return null
            return (
              <ChangeResult
                key={id}
                change={change}
                outcome={job.outcomes.get(id)}
                now={standingNow(change.uid, change.username)}
              />
            )
          })}
        </ul>
        {ids.length > LISTED && (
          <p className={classes.note}>{t('access:job.others', { count: ids.length - LISTED })}</p>
        )}
      </div>
      <div className={classes.actions}>
        {isBusy ? (
          <Button variant="default" disabled={job.phase === 'stopping'} onClick={stop}>
            {t(job.phase === 'stopping' ? 'access:job.stopping' : 'access:job.stop')}
          </Button>
        ) : (
          <>
            <Button variant={open + counts.failed > 0 ? 'default' : 'filled'} onClick={close}>
              {notMade.length > 0 ? t('access:job.backToPlan', { count: notMade.length }) : t('common:action.close')}
            </Button>
            {counts.failed > 0 && (
              <Button variant={open > 0 ? 'default' : 'filled'} onClick={() => run(retryFailed(job))}>
                {t('access:job.retry', { count: counts.failed })}
              </Button>
            )}
            {open > 0 && <Button onClick={() => run(job)}>{t('access:job.resume', { count: open })}</Button>}
          </>
        )}
      </div>
    </section>
  )
}

interface ChangeResultProps {
  change: PlannedChange
  outcome: ItemOutcome<AccessJobTypes> | undefined
  now: Standing
}

function ChangeResult({ change, outcome, now }: ChangeResultProps) {
  const { t } = useTranslation(['access', 'errors'])
  const nameOf = useAccessName()
  const is = outcome?.is ?? 'waiting'
  const Icon = ICONS[is]
  const role = nameOf(now === undefined ? 'none' : now === 'owner' ? 'owner' : nameOfAccess(now))
  const reason = outcome?.is === 'failed' ? outcome.error.message || t(`errors:${outcome.error.kind}.title`) : ''
  return (
    <li className={classes.change}>
      <span>
        <ChangeSentence change={change} />
      </span>
      <span className={classes.outcome} data-outcome={is}>
        <Icon size={14} stroke={1.75} aria-hidden />
        <span>
          {t(`access:outcome.${is}`, { role })} {reason !== '' && <span dir="auto">{reason}</span>}
        </span>
      </span>
    </li>
  )
}
