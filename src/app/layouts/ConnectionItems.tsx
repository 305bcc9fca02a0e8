import { Menu } from '@mantine/core'
import { IconExternalLink, IconLogout, IconPlus, IconRefresh } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { helpLinks } from '#/api/app-config/help-links.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { pathOfChange } from '#/app/change-connection.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { isWaiting, onQuestions } from '#/app/renewal.ts'
import classes from './ConnectionItems.module.css'
import { useConnectionName } from './use-connection-name.ts'

/** Every connection, to switch to; and what can be done with the one in use. */
export function ConnectionItems({ onReset }: { onReset: () => void }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const nameOf = useConnectionName()
  const all = useSyncExternalStore(connections.subscribe, connections.all)
  const waiting = useSyncExternalStore(onQuestions, () => all.map(connectionId).filter(isWaiting).join('\n'))
  const current = useConnection()
  if (!current) return null
  const isDemo = current.kind === 'demo'
  const ids = all.map(connectionId)

  return (
    <>
      <Menu.Label>{t('connection.all')}</Menu.Label>
      <Menu.RadioGroup value={connectionId(current)} onChange={(to) => void navigate(pathOfChange({ to }))}>
        {all.map((one) => (
          <Menu.RadioItem key={connectionId(one)} value={connectionId(one)} closeMenuOnClick>
            <span className={classes.item}>
              <bdi className={classes.username}>{one.username}</bdi>
              <bdi className={classes.server}>{nameOf(one)}</bdi>
              {waiting.split('\n').includes(connectionId(one)) && (
                <span className={classes.waiting}>{t('connection.waiting')}</span>
              )}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void navigate(paths.connect())}>
        {t('connection.add')}
      </Menu.Item>
      <Menu.Divider />
      {isDemo && (
        <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={onReset}>
          {t('connection.resetDemo')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
        onClick={() => void navigate(pathOfChange({ signOutOf: [connectionId(current)] }))}
      >
        {t(isDemo ? 'connection.leaveDemo' : 'connection.signOut')}
      </Menu.Item>
      {all.length > 1 && (
        <Menu.Item
          leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
          onClick={() => void navigate(pathOfChange({ signOutOf: ids }))}
        >
          {t('connection.signOutOfAll')}
        </Menu.Item>
      )}
      {helpLinks(i18n.language).map(({ label, url }) => (
        <Menu.Item
          key={url}
          className={classes.help ?? ''}
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={16} className="fb-flip" aria-hidden />}
        >
          <bdi>{label}</bdi>
        </Menu.Item>
      ))}
    </>
  )
}
