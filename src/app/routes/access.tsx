import { useTranslation } from 'react-i18next'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { AccessReview } from '#/features/access-review/AccessReview.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('access')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <AccessReview you={you} linkToSharing={paths.sharing} />
    </>
  )
}
