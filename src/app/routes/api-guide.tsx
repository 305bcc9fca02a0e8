import { useTranslation } from 'react-i18next'
import { useConnection } from '#/app/follow-connection.ts'
import { ApiGuide } from '#/features/api-guide/ApiGuide.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import classes from './imports.module.css'

export function Component() {
  const { t } = useTranslation('api-guide')
  const connection = useConnection()
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <h1 className={classes.title}>{t('title')}</h1>
      <ApiGuide {...(connection?.kind === 'kpi' && { server: connection.server })} />
    </>
  )
}
