import { IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { summarizeAccess } from '#/api/kpi/permissions/access-summary.ts'
import classes from './ProjectsTable.module.css'

/** The number of users with access, and the public access. */
export function AccessCell({ project, username }: { project: AssetListItem; username: string }) {
  const { t } = useTranslation('projects')
  const access = summarizeAccess(project.permissions, project.owner__username)
  const isOwn = project.owner__username === username
  return (
    <span className={classes.access}>
      <span className={classes.dim}>
        {access.others === 0 && isOwn ? t('access.onlyYou') : t('access.people', { count: access.others + 1 })}
      </span>
      {access.public !== 'none' && (
        <span className={classes.public}>
          <IconWorld size={16} stroke={1.75} aria-hidden />
          {t(`access.public.${access.public}`)}
        </span>
      )}
    </span>
  )
}
