import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

/** The last page of a sign-in in a separate window, which closes itself if the browser allows it. */
export function Component() {
  const { t } = useTranslation('connection')
  useEffect(() => window.close(), [])
  return (
    <>
      <PageTitle>{t('away.done.title')}</PageTitle>
      <EmptyState title={t('away.done.title')}>{t('away.done.text')}</EmptyState>
    </>
  )
}
