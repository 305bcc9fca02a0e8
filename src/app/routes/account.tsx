import { useTranslation } from 'react-i18next'
import { paths } from '#/app/paths.ts'
import { SectionPages } from '#/app/sections/SectionPages.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'

export function Component() {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SectionPages
        label={t('title')}
        sections={[{ label: t('profile.title'), path: paths.account(), content: null }]}
      />
    </>
  )
}
