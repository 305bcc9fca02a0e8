import { useTranslation } from 'react-i18next'

/** The document title. React moves the element into the head. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation()
  return <title>{t('pageTitle', { page: children })}</title>
}
