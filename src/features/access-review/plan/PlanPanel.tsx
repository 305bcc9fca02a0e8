import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccessJob } from '#/features/access-review/carry-out/use-access-job.ts'
import { JobPanel } from '#/features/access-review/carry-out/JobPanel.tsx'
import { projectOf, type Review, standingOf } from '#/features/access-review/model/review.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import { CarryOutDialog } from './CarryOutDialog.tsx'
import { ChangeSentence } from './ChangeSentence.tsx'
import classes from './PlanPanel.module.css'
import { type Plan, type PlannedChange } from './plan.ts'

export interface PlanPanelProps {
  plan: Plan
  review: Review
  onRemove: (id: string) => void
  onDiscard: () => void
  /** The changes are a job now. */
  onStarted: () => void
  /** Changes of a job that were not made are planned again. */
  onPlanAgain: (changes: readonly PlannedChange[]) => void
}

/** Sentences drawn at once: a plan may have thousands. */
const BATCH = 200

/** The plan as sentences, nothing of which was sent; or, once it was begun, the job with the result of each change. */
export function PlanPanel(props: PlanPanelProps) {
  const job = useAccessJob()
  if (!job) return <Planned {...props} />
  const standingNow = (uid: string, username: string) => {
    const project = projectOf(props.review, uid)
    return project && standingOf(project, username)
  }
  return <JobPanel job={job} standingNow={standingNow} onPlanAgain={props.onPlanAgain} />
}

function Planned({ plan, review, onRemove, onDiscard, onStarted }: PlanPanelProps) {
  const { t } = useTranslation('access')
  const [shown, setShown] = useState(BATCH)
  const [isAsking, setIsAsking] = useState(false)
  const changes = [...plan.values()]
  return (
    <section className={classes.panel} aria-label={t('plan.label')}>
      <h2 className={classes.title}>{t('plan.title')}</h2>
      <div className={classes.body}>
        <ul className={classes.changes}>
          {changes.slice(0, shown).map((change) => (
            <li key={change.id} className={classes.change}>
              <span>
                <ChangeSentence change={change} />
              </span>
              <IconButton
                variant="subtle"
                color="gray"
                label={t('plan.remove', { name: change.username, project: change.project })}
                onClick={() => onRemove(change.id)}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        {changes.length > shown && (
          <Button variant="subtle" onClick={() => setShown(shown + BATCH)}>
            {t('plan.more', { count: changes.length - shown })}
          </Button>
        )}
        <p className={classes.note}>{t('plan.note')}</p>
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onDiscard}>
          {t('plan.discard')}
        </Button>
        <Button aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
          {t('plan.carryOut', { count: plan.size })}
        </Button>
      </div>
      {isAsking && (
        <CarryOutDialog plan={plan} you={review.you} onStarted={onStarted} onClose={() => setIsAsking(false)} />
      )}
    </section>
  )
}
