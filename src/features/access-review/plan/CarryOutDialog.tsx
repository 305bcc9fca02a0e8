import { useTranslation } from 'react-i18next'
import { newAccessJob } from '#/features/access-review/carry-out/access-job.ts'
import { useAccessJobControl } from '#/features/access-review/carry-out/use-access-job.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { inOrder, isPublicChange, type Plan } from './plan.ts'

interface CarryOutDialogProps {
  plan: Plan
  you: string
  onStarted: () => void
  onClose: () => void
}

/** Asks before a plan is carried out, with how many people and projects it concerns and what cannot be taken back. */
export function CarryOutDialog({ plan, you, onStarted, onClose }: CarryOutDialogProps) {
  const { t } = useTranslation('access')
  const { run } = useAccessJobControl()
  const changes = [...plan.values()]
  const count = (matches: (change: (typeof changes)[number]) => boolean) => changes.filter(matches).length
  const projects = new Set(changes.map(({ uid }) => uid)).size
  const people = new Set(changes.filter((change) => !isPublicChange(change)).map(({ username }) => username)).size
  const removed = count((change) => change.to.size === 0 && !isPublicChange(change))
  const managers = count(({ from, to }) => to.has('manage_asset') && !from.held.has('manage_asset'))
  const lifted = count(({ from, to }) => from.held.has('partial_submissions') && !to.has('partial_submissions'))
  const own = count(({ username }) => username === you)
  return (
    <ConfirmDialog
      opened
      title={t('carryOut.title', { count: changes.length })}
      confirmLabel={t('carryOut.confirm', { count: changes.length })}
      onConfirm={() => {
        run(newAccessJob(you, inOrder(plan, you)))
        onStarted()
        onClose()
      }}
      onClose={onClose}
    >
      <p>
        {t('carryOut.scope', {
          projects: t('count.projects', { count: projects }),
          people: t('count.people', { count: people }),
        })}
      </p>
      <ul>
        {removed > 0 && <li>{t('carryOut.removed', { count: removed })}</li>}
        {managers > 0 && <li>{t('carryOut.managers', { count: managers })}</li>}
        {lifted > 0 && <li>{t('carryOut.lifted', { count: lifted })}</li>}
        {own > 0 && <li>{t('carryOut.own', { count: own })}</li>}
      </ul>
      <p>{t('carryOut.how')}</p>
    </ConfirmDialog>
  )
}
