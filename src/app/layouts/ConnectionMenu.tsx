import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout, IconRefresh, IconServer } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRevalidator } from 'react-router'
import { type Connection, connection } from '#/api/connection.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { useDemoControls } from '../demo-controls.ts'
import { paths } from '../paths.ts'
import { queryClient } from '../query-client.ts'
import classes from './Shell.module.css'

/** Where the app works, and the way out. */
export function ConnectionMenu({ connection: { kind, server, username } }: { connection: Connection }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  const demo = useDemoControls()
  const [asksReset, setAsksReset] = useState(false)
  const isDemo = kind === 'demo'
  const name = isDemo ? t('connection.demoServer') : serverName(server)

  const signOut = async () => {
    connection.forget()
    queryClient.clear()
    await navigate(paths.connect())
  }

  const reset = async () => {
    await demo.reset()
    queryClient.clear()
    setAsksReset(false)
    await navigate(paths.projects())
    await revalidator.revalidate()
    notifications.show({ message: t('connection.demoWasReset') })
  }

  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            className={classes.connection ?? ''}
            leftSection={<IconServer size={16} stroke={1.75} aria-hidden />}
            aria-label={t('connection.menu', { server: name, username })}
          >
            <span className={classes.server}>
              <bdi>{name}</bdi>&nbsp;·&nbsp;
            </span>
            <bdi className={classes.username}>{username}</bdi>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isDemo && (
            <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setAsksReset(true)}>
              {t('connection.resetDemo')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
            onClick={() => void signOut()}
          >
            {t(isDemo ? 'connection.leaveDemo' : 'connection.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asksReset}
        title={t('connection.resetDemoTitle')}
        confirmLabel={t('connection.resetDemo')}
        onClose={() => setAsksReset(false)}
        onConfirm={() => void reset()}
      >
        <p>{t('connection.resetDemoBody')}</p>
      </ConfirmDialog>
    </>
  )
}

const serverName = (server: string) => {
  const { host, pathname } = new URL(server)
  return host + (pathname === '/' ? '' : pathname)
}
