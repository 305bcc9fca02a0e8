import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import classes from './BulkParts.module.css'
import type { BulkJob, RowOutcome } from './bulk-job.ts'

/** The longest list that is drawn; all of them can be copied. */
const MOST = 200

const TOLD = ['failed', 'uncertain', 'waiting', 'left', 'gone'] as const

/** What became of the submissions that were not done, with their ids to be copied. */
export function BulkResults({ job, onClose }: { job: BulkJob; onClose: () => void }) {
  const { t } = useTranslation(['bulk', 'common'])
  const groups = TOLD.map((what) => ({
    what,
    ids: job.ids.filter((id) => (job.outcomes.get(id)?.is ?? 'waiting') === what),
  })).filter(({ ids }) => ids.length > 0)
  const isUndo = job.action.kind.startsWith('undo')
  return (
    <ConfirmDialog opened onClose={onClose} title={t('bulk:outcomes.title')} cancelLabel={t('common:action.close')}>
      {groups.map(({ what, ids }) => (
        <section key={what} className={classes.group}>
          <h3>{t(`bulk:rest.${what === 'left' && isUndo ? 'leftUndo' : what}`, { count: ids.length })}</h3>
          <ul className={classes.ids}>
            {ids.slice(0, MOST).map((id) => (
              <li key={id}>
                <bdi dir="ltr">{id}</bdi> <Words outcome={job.outcomes.get(id)} />
              </li>
            ))}
          </ul>
          {ids.length > MOST && <p>{t('bulk:outcomes.more', { count: ids.length - MOST })}</p>}
          <CopyIds ids={ids} />
        </section>
      ))}
    </ConfirmDialog>
  )
}

function Words({ outcome }: { outcome: RowOutcome | undefined }) {
  const { t } = useTranslation('errors')
  if (outcome?.is !== 'failed') return null
  return <span dir="auto">{outcome.words || t(`${outcome.error}.title`)}</span>
}

function CopyIds({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation(['bulk', 'common'])
  const clipboard = useClipboard()
  return (
    <Button variant="subtle" onClick={() => clipboard.copy(ids.join('\n'))}>
      {clipboard.copied ? t('common:action.copied') : t('bulk:outcomes.copy', { count: ids.length })}
    </Button>
  )
}
