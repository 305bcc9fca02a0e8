import { Menu } from '@mantine/core'
import { IconLogout, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface ConnectionItemsProps {
  isDemo: boolean
  onReset: () => void
  onSignOut: () => void
}

/** What can be done with the connection in use. */
export function ConnectionItems({ isDemo, onReset, onSignOut }: ConnectionItemsProps) {
  const { t } = useTranslation()
  return (
    <>
      {isDemo && (
        <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={onReset}>
          {t('connection.resetDemo')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />} onClick={onSignOut}>
        {t(isDemo ? 'connection.leaveDemo' : 'connection.signOut')}
      </Menu.Item>
    </>
  )
}
