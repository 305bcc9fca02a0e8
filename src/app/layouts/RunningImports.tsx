import { useTranslation } from 'react-i18next'
import { useRunningImports } from '#/features/import-form/use-import-jobs.ts'
import classes from './Shell.module.css'

/** How many imports go on, beside the link to them. */
export function RunningImports() {
  const { t } = useTranslation()
  const count = useRunningImports()
  return count === 0 ? null : <span className={classes.running}>{t('importsRunning', { count })}</span>
}
