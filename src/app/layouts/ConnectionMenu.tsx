import { IconMenu2, IconServer } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { HeaderMenu } from '#/ui/menus/HeaderMenu.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './Shell.module.css'
import { useConnectionName } from './use-connection-name.ts'

const ResetDemoDialog = lazy(async () => ({ default: (await import('./ResetDemoDialog.tsx')).ResetDemoDialog }))

/** The current connection, and signing out. On a phone it is the menu of the app: with the pages, language and colours. */
export function ConnectionMenu({ connection }: { connection: Connection }) {
  const { username } = connection
  const { t } = useTranslation()
  const [isResetOpen, setResetOpen] = useState(false)
  const name = useConnectionName()(connection)
  const isPhone = useIsPhone()
  const Icon = isPhone ? IconMenu2 : IconServer

  const loadItems = async () => {
    const { ConnectionItems } = await import('./ConnectionItems.tsx')
    return <ConnectionItems onReset={() => setResetOpen(true)} />
  }

  return (
    <>
      <HeaderMenu
        variant="default"
        className={classes.connection ?? ''}
        leftSection={<Icon size={isPhone ? 20 : 16} stroke={1.75} aria-hidden />}
        aria-label={t(isPhone ? 'connection.menuOfApp' : 'connection.menu', { server: name, username })}
        items={loadItems}
      >
        <span className={classes.server}>
          <bdi>{name}</bdi>&nbsp;·&nbsp;
        </span>
        <bdi className={classes.username}>{username}</bdi>
      </HeaderMenu>
      <Suspense>{isResetOpen && <ResetDemoDialog onClose={() => setResetOpen(false)} />}</Suspense>
    </>
  )
}
