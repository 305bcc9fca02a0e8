import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { connections } from '#/api/connection.ts'
import { paths } from '#/app/paths.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

/** Opens in the demo in place of a web form. The tab may be a new one, without a connection to the demo. */
export function Component() {
  const { t } = useTranslation('connection')
  const [search] = useSearchParams()
  const projectUid = search.get('project')
  const path = projectUid === null ? paths.projects() : paths.project(projectUid)
  const isInDemo = connections.current()?.kind === 'demo'
  return (
    <>
      <PageTitle>{t('webForm.title')}</PageTitle>
      <EmptyState
        title={t('webForm.title')}
        actions={
          <Button component={Link} to={isInDemo ? path : paths.demo(path)} variant="default">
            {t(projectUid === null ? 'webForm.backToDemo' : 'webForm.backToProject')}
          </Button>
        }
      >
        {t('webForm.text')}
      </EmptyState>
    </>
  )
}
