import { useTranslation } from 'react-i18next'
import { type JobResultGroup, JobResults } from '#/ui/jobs/JobResults.tsx'
import type { ProjectJob } from './jobs/project-job.ts'
import { LimitedByRules } from './jobs/sharing-handler.ts'

const GROUPS = ['failed', 'uncertain', 'waiting', 'changedMeanwhile', 'gone', 'unchanged', 'done'] as const

/** What became of each project of a job, by name. */
export function ProjectResults({ job, onClose }: { job: ProjectJob; onClose: () => void }) {
  const { t } = useTranslation(['project-actions', 'errors'])
  const { ids, outcomes, action } = job
  const groups = GROUPS.map((outcome): JobResultGroup => {
    const groupIds = ids.filter((uid) => (outcomes.get(uid)?.is ?? 'waiting') === outcome)
    const count = groupIds.length
    return {
      key: outcome,
      title: outcome === 'done' ? t(`done.${action.kind}`, { count }) : t(`outcome.${outcome}`, { count }),
      ids: groupIds,
      copyLabel: t('results.copy', { count }),
    }
  })
  const noteOf = (uid: string | number) => {
    const outcome = outcomes.get(String(uid))
    if (outcome?.is === 'failed') {
      const { error } = outcome
      const text = error instanceof LimitedByRules ? t('limitedByRules', { username: error.username }) : error.message
      return <span dir="auto">{text || t(`errors:${error.kind}.title`)}</span>
    }
    if (outcome?.is !== 'done') return null
    return outcome.result?.notCopied?.map(({ what, message }) => (
      <span key={what} dir="auto">
        {t(`notCopied.${what}`)} {message}
      </span>
    ))
  }
  return (
    <JobResults
      title={t('results.title')}
      groups={groups.filter((group) => group.ids.length > 0)}
      labelOf={(uid) => action.names.get(String(uid)) || String(uid)}
      noteOf={noteOf}
      moreLabel={(count) => t('results.more', { count })}
      onClose={onClose}
    />
  )
}
