import { VisuallyHidden } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useHasImports, useRunningImports } from '#/features/import-form/job/use-import-jobs.ts'
import classes from './Shell.module.css'

const ImportAnnouncementList = lazy(async () => ({
  default: (await import('#/features/import-form/list/ImportAnnouncementList.tsx')).ImportAnnouncementList,
}))

/** The number of running imports, beside the link to them. */
export function RunningImports() {
  const { t } = useTranslation()
  const count = useRunningImports()
  return count === 0 ? null : <span className={classes.running}>{t('importsRunning', { count })}</span>
}

/** Announces finished imports to screen readers, on every page. Its texts are loaded with the first import. */
export function ImportAnnouncements() {
  const hasImports = useHasImports()
  return (
    <VisuallyHidden role="log">
      <Suspense>{hasImports && <ImportAnnouncementList />}</Suspense>
    </VisuallyHidden>
  )
}
