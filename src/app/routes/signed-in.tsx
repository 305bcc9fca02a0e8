import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

/** The end of signing in in a window beside: it closes itself, where the browser lets it. */
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
