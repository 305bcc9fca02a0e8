import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProjectFacts } from '#/features/access-review/ProjectFacts.tsx'
import { PublicMark } from '#/features/access-review/PublicMark.tsx'
import type { AccessActions } from '#/features/access-review/menus/AccessMenu.tsx'
import { projectsOf, type Review } from '#/features/access-review/model/review.ts'
import type { Plan } from '#/features/access-review/plan/plan.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { AccessRow } from './AccessRow.tsx'
import { LongList } from './LongList.tsx'
import classes from './lists.module.css'

interface PersonViewProps {
  review: Review
  username: string
  plan: Plan
  actions: AccessActions
  onBack: () => void
}

/** What one person can do, everywhere: the projects that they have access to, each with the role. */
export function PersonView({ review, username, plan, actions, onBack }: PersonViewProps) {
  const { t } = useTranslation(['access', 'projects'])
  const format = useFormat()
  const projects = projectsOf(review, username)
  const isShared = projects.some(({ owner }) => owner !== username)
  return (
    <section className={classes.view} aria-label={t('access:person.label', { name: username })}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <bdi>{username}</bdi>
        </h2>
        <p className={classes.summary}>
          {t('access:person.summary', { count: projects.length, total: format.number(review.projects.length) })}
        </p>
        <div className={classes.actions}>
          {isShared && (
            <>
              <Button
                variant="default"
                aria-haspopup="dialog"
                onClick={() => actions.onAsk({ kind: 'replace', username })}
              >
                {t('access:menu.replace')}
              </Button>
              <Button
                variant="default"
                aria-haspopup="dialog"
                onClick={() => actions.onAsk({ kind: 'remove', username })}
              >
                {t('access:menu.removeAll')}
              </Button>
            </>
          )}
          <Button variant="subtle" onClick={onBack}>
            {t('access:list.back')}
          </Button>
        </div>
      </div>
      {projects.length === 0 ? (
        <p className={classes.empty}>{t('access:person.none')}</p>
      ) : (
        <LongList
          items={projects}
          label={t('access:person.label', { name: username })}
          render={(project) => (
            <AccessRow
              key={project.uid}
              title={
                <button type="button" className={classes.link} onClick={() => actions.onProject(project.uid)}>
                  <bdi>{project.name || t('projects:unnamed')}</bdi>
                </button>
              }
              facts={
                <>
                  <ProjectFacts project={project} />
                  {project.publicAccess !== 'none' && <PublicMark state={project.publicAccess} />}
                </>
              }
              project={project}
              username={username}
              plan={plan}
              actions={actions}
            />
          )}
        />
      )}
    </section>
  )
}
