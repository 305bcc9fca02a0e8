import { useTranslation } from 'react-i18next'
import classes from './dialogs.module.css'

/** The longest list that is drawn. */
const MAX_LISTED = 200

/** The names of the projects of an action. */
export function ProjectNames({ projects }: { projects: readonly { uid: string; name: string }[] }) {
  const { t } = useTranslation('project-actions')
  return (
    <>
      <div className={classes.scroller} role="region" aria-label={t('names')} tabIndex={0}>
        <ul className={classes.names}>
          {projects.slice(0, MAX_LISTED).map(({ uid, name }) => (
            <li key={uid}>
              <bdi>{name || uid}</bdi>
            </li>
          ))}
        </ul>
      </div>
      {projects.length > MAX_LISTED && <p>{t('results.more', { count: projects.length - MAX_LISTED })}</p>}
    </>
  )
}
