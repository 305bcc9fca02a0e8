import { IconMenu2, IconServer } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRevalidator } from 'react-router'
import type { Connection } from '#/api/connection.ts'
import { useDemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { HeaderMenu } from '#/ui/menus/HeaderMenu.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './Shell.module.css'
import { useConnectionName } from './use-connection-name.ts'

const ResetDemoDialog = lazy(async () => ({ default: (await import('./ResetDemoDialog.tsx')).ResetDemoDialog }))

/** The current connection, and signing out. On a phone it is the menu of the app: with the pages, language and colours. */
export function ConnectionMenu({ connection }: { connection: Connection }) {
  const { username } = connection
  const { t } = useTranslation()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  const demo = useDemoControls()
  const [isResetOpen, setResetOpen] = useState(false)
  const name = useConnectionName()(connection)
  const isPhone = useIsPhone()
  const Icon = isPhone ? IconMenu2 : IconServer

  const reset = async () => {
    await demo.reset()
    queryClient().clear()
    setResetOpen(false)
    await navigate(paths.projects())
    await revalidator.revalidate()
    await notify({ message: t('connection.demoWasReset') })
  }

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
      <Suspense>
        {isResetOpen && <ResetDemoDialog opened onClose={() => setResetOpen(false)} onConfirm={() => void reset()} />}
      </Suspense>
    </>
  )
}
