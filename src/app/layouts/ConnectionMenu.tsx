import { IconServer } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRevalidator } from 'react-router'
import type { Connection } from '#/api/connection.ts'
import { useDemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { HeaderMenu } from '#/ui/menus/HeaderMenu.tsx'
import classes from './Shell.module.css'
import { useConnectionName } from './use-connection-name.ts'

const ResetDemoDialog = lazy(async () => ({ default: (await import('./ResetDemoDialog.tsx')).ResetDemoDialog }))

/** Where the app works, and the way out. */
export function ConnectionMenu({ connection }: { connection: Connection }) {
  const { username } = connection
  const { t } = useTranslation()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  const demo = useDemoControls()
  const [asksReset, setAsksReset] = useState(false)
  const name = useConnectionName()(connection)

  const reset = async () => {
    await demo.reset()
    queryClient().clear()
    setAsksReset(false)
    await navigate(paths.projects())
    await revalidator.revalidate()
    await notify({ message: t('connection.demoWasReset') })
  }

  const loadItems = async () => {
    const { ConnectionItems } = await import('./ConnectionItems.tsx')
    return <ConnectionItems onReset={() => setAsksReset(true)} />
  }

  return (
    <>
      <HeaderMenu
        variant="default"
        className={classes.connection ?? ''}
        leftSection={<IconServer size={16} stroke={1.75} aria-hidden />}
        aria-label={t('connection.menu', { server: name, username })}
        items={loadItems}
      >
        <span className={classes.server}>
          <bdi>{name}</bdi>&nbsp;·&nbsp;
        </span>
        <bdi className={classes.username}>{username}</bdi>
      </HeaderMenu>
      <Suspense>
        {asksReset && <ResetDemoDialog opened onClose={() => setAsksReset(false)} onConfirm={() => void reset()} />}
      </Suspense>
    </>
  )
}

/** On a phone the menu's button has no place for words: where one works stands below the header. */
export function ConnectionLine({ connection }: { connection: Connection }) {
  const name = useConnectionName()(connection)
  return (
    <div className={classes.line} aria-hidden>
      <bdi>{name}</bdi> · <bdi>{connection.username}</bdi>
    </div>
  )
}
