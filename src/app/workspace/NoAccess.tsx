import { Trans, useTranslation } from 'react-i18next'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'

interface NoAccessProps {
  /** Who is signed in. */
  username: string
  owner: string
}

/** For those who came by an address: there is no tab for them. */
export function NoAccess({ username, owner }: NoAccessProps) {
  const { t } = useTranslation('submissions')
  return (
    <EmptyState title={t('noAccess.title')}>
      <Trans t={t} i18nKey="noAccess.text" components={{ you: <bdi>{username}</bdi>, owner: <bdi>{owner}</bdi> }} />
    </EmptyState>
  )
}
