import { useTranslation } from 'react-i18next'
import { Transfers } from '#/features/sharing/ownership/Transfers.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import classes from './imports.module.css'

export function Component() {
  const { t } = useTranslation('sharing')
  return (
    <>
      <PageTitle>{t('transfer.list.title')}</PageTitle>
      <h1 className={classes.title}>{t('transfer.list.title')}</h1>
      <Transfers />
    </>
  )
}
