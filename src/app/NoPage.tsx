import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ErrorPage.module.css'
import { paths } from './paths.ts'

/** The page for unknown addresses. */
export function NoPage() {
  const { t } = useTranslation(['errors', 'common'])
  return (
    <div className={classes.page}>
      <PageTitle>{t('errors:noPage.title')}</PageTitle>
      <ErrorPanel
        kind="noPage"
        actions={
          <Button component={Link} to={paths.projects()} variant="default">
            {t('common:action.backToProjects')}
          </Button>
        }
      />
    </div>
  )
}
