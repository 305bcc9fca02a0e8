import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProjectFacts } from '#/features/access-review/ProjectFacts.tsx'
import { PublicMark } from '#/features/access-review/PublicMark.tsx'
import type { AccessActions } from '#/features/access-review/menus/AccessMenu.tsx'
import { peopleIn, type Review } from '#/features/access-review/model/review.ts'
import type { Selected } from '#/features/access-review/model/risks.ts'
import { LongList } from './LongList.tsx'
import classes from './lists.module.css'

interface OverviewProps {
  review: Review
  shown: Selected
  actions: AccessActions
}

/** In place of the matrix on a phone: the projects or the people, each of which opens its own list. */
export function Overview({ review, shown, actions }: OverviewProps) {
  const { t } = useTranslation(['access', 'projects'])
  const [by, setBy] = useState<'project' | 'person'>('project')
  return (
    <section className={classes.view} aria-label={t('access:overview.label')}>
      <div className={classes.by} role="group" aria-label={t('access:overview.by')}>
        {(['project', 'person'] as const).map((value) => (
          <button key={value} type="button" aria-pressed={by === value} onClick={() => setBy(value)}>
            {t(`access:overview.${value}`)}
          </button>
        ))}
      </div>
      {by === 'project' ? (
        <LongList
          key="project"
          label={t('access:overview.project')}
          items={shown.projects}
          render={(project) => (
            <li key={project.uid} className={classes.entry}>
              <button type="button" className={classes.open} onClick={() => actions.onProject(project.uid)}>
                <bdi className={classes.name}>{project.name || t('projects:unnamed')}</bdi>
                <span className={classes.facts}>
                  <ProjectFacts project={project} />
                </span>
                <span className={classes.facts}>
                  {t('access:count.people', { count: peopleIn([project], review.you).length })}
                  {project.publicAccess !== 'none' && <PublicMark state={project.publicAccess} />}
                </span>
              </button>
            </li>
          )}
        />
      ) : (
        <LongList
          key="person"
          label={t('access:overview.person')}
          items={shown.people}
          render={({ username, projectCount }) => (
            <li key={username} className={classes.entry}>
              <button type="button" className={classes.open} onClick={() => actions.onPerson(username)}>
                <bdi className={classes.name}>{username}</bdi>
                <span className={classes.facts}>{t('access:count.projects', { count: projectCount })}</span>
              </button>
            </li>
          )}
        />
      )}
    </section>
  )
}
