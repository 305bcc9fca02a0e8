import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { ProjectFacts } from '#/features/access-review/ProjectFacts.tsx'
import { PublicMark } from '#/features/access-review/PublicMark.tsx'
import type { AccessActions } from '#/features/access-review/menus/AccessMenu.tsx'
import { peopleIn, type ReviewedProject } from '#/features/access-review/model/review.ts'
import { changeId, type Plan } from '#/features/access-review/plan/plan.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { AccessRow } from './AccessRow.tsx'
import { LongList } from './LongList.tsx'
import classes from './lists.module.css'

interface ProjectViewProps {
  project: ReviewedProject
  you: string
  plan: Plan
  actions: AccessActions
  onBack: () => void
}

/** Who can do what in one project. */
export function ProjectView({ project, you, plan, actions, onBack }: ProjectViewProps) {
  const { t } = useTranslation(['access', 'projects', 'common'])
  const people = peopleIn([project], you)
  const publicChange = plan.get(changeId(project.uid, ANONYMOUS))
  return (
    <section className={classes.view} aria-label={t('access:project.label', { name: project.name })}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <bdi>{project.name || t('projects:unnamed')}</bdi>
        </h2>
        <p className={classes.summary}>
          <ProjectFacts project={project} />
        </p>
        <div className={classes.actions}>
          <Button variant="default" component={Link} to={actions.linkToSharing(project.uid)}>
            {t('access:menu.sharing')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('access:list.back')}
          </Button>
        </div>
      </div>
      {!project.canManage && (
        <div className={classes.note}>
          <Note hue="petrol" icon={IconInfoCircle} title={t('access:project.partly', { owner: project.owner })} />
        </div>
      )}
      {project.publicAccess !== 'none' && (
        <div className={classes.publicRow} data-planned={publicChange !== undefined || undefined}>
          <PublicMark state={project.publicAccess} />
          {project.canManage &&
            (publicChange ? (
              <Button variant="subtle" onClick={() => actions.onUnplan(publicChange.id)}>
                {t('access:menu.unplan')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => actions.onRequest([{ project, username: ANONYMOUS, to: [] }])}>
                {t('access:menu.notPublic')}
              </Button>
            ))}
        </div>
      )}
      <LongList
        items={people}
        label={t('access:project.label', { name: project.name })}
        render={({ username }) => (
          <AccessRow
            key={username}
            title={
              <button type="button" className={classes.link} onClick={() => actions.onPerson(username)}>
                <bdi>{username}</bdi> {username === you && <>({t('common:you')})</>}
              </button>
            }
            project={project}
            username={username}
            plan={plan}
            actions={actions}
          />
        )}
      />
    </section>
  )
}
