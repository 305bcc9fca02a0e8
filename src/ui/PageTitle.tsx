import { useTranslation } from 'react-i18next'

/** The title of the tab; React moves it into the document's head. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation()
  return <title>{t('pageTitle', { page: children })}</title>
}
