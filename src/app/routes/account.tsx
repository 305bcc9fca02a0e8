import { useTranslation } from 'react-i18next'
import { paths } from '#/app/paths.ts'
import { SectionPages } from '#/app/sections/SectionPages.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'

const ProfilePage = lazyPart(async () => (await import('#/features/account/profile/ProfilePage.tsx')).ProfilePage)
const SecurityPage = lazyPart(async () => (await import('#/features/account/security/SecurityPage.tsx')).SecurityPage)

export function Component() {
  const { t } = useTranslation('account')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SectionPages
        label={t('title')}
        sections={[
          {
            label: t('profile.title'),
            path: paths.account(),
            content: <ProfilePage transfersPath={paths.transfers()} />,
          },
          {
            page: 'security',
            label: t('sections.security'),
            path: paths.account('security'),
            content: <SecurityPage />,
          },
        ]}
      />
    </>
  )
}
