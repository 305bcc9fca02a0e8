import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconApi,
  IconArrowsExchange,
  IconExternalLink,
  IconFileImport,
  IconKeyboard,
  IconList,
  IconLogout,
  IconPlus,
  IconRefresh,
  IconSearch,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, useNavigate } from 'react-router'
import { helpLinks } from '#/api/app-config/help-links.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { requestChange } from '#/app/change-connection.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { isSignInRequested, onSignInRequestsChange } from '#/app/sign-in/renewal.ts'
import { languageOf } from '#/i18n/languages.ts'
import { ColourSchemeItems } from '#/ui/menus/ColourSchemeItems.tsx'
import { LanguageItems } from '#/ui/menus/LanguageItems.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './ConnectionItems.module.css'
import { isJumpOpen, isShortcutsOpen } from '#/app/layouts/shortcuts/shortcuts.ts'
import { useConnectionName } from './use-connection-name.ts'

/** Menu items: all connections to switch to, and the actions for the current one; on a phone also the other menus of the app. */
export function ConnectionItems({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const nameOf = useConnectionName()
  const all = useSyncExternalStore(connections.subscribe, connections.all)
  const idsWithSignInRequest = useSyncExternalStore(onSignInRequestsChange, () =>
    all.map(connectionId).filter(isSignInRequested).join('\n'),
  )
  const current = useConnection()
  const isPhone = useIsPhone()
  if (!current) return null
  const isDemo = current.kind === 'demo'
  const ids = all.map(connectionId)

  return (
    <>
      {isPhone && <PageItems />}
      <Menu.Label>{t('connection.all')}</Menu.Label>
      <Menu.RadioGroup value={connectionId(current)} onChange={(to) => void navigate(requestChange({ to }))}>
        {all.map((one) => (
          <Menu.RadioItem key={connectionId(one)} value={connectionId(one)} closeMenuOnClick>
            <span className={classes.item}>
              <bdi className={classes.username}>{one.username}</bdi>
              <bdi className={classes.server}>{nameOf(one)}</bdi>
              {idsWithSignInRequest.split('\n').includes(connectionId(one)) && (
                <span className={classes.waiting}>{t('connection.waiting')}</span>
              )}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void navigate(paths.connect())}>
        {t(all.every(({ kind }) => kind === 'demo') ? 'connection.ownAccount' : 'connection.add')}
      </Menu.Item>
      <Menu.Item leftSection={<IconUser size={16} aria-hidden />} onClick={() => void navigate(paths.account())}>
        {t('account')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        onClick={() => void navigate(paths.transfers())}
      >
        {t('transfers')}
      </Menu.Item>
      <Menu.Item leftSection={<IconSearch size={16} aria-hidden />} onClick={() => isJumpOpen.set(true)}>
        {t('jumpTo')}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => isShortcutsOpen.set(true)}>
        {t('shortcuts')}
      </Menu.Item>
      <Menu.Item leftSection={<IconApi size={16} aria-hidden />} onClick={() => void navigate(paths.apiGuide())}>
        {t('apiGuide')}
      </Menu.Item>
      <Menu.Divider />
      {isDemo && (
        <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={onReset}>
          {t('connection.resetDemo')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
        onClick={() => void navigate(requestChange({ signOutOf: [connectionId(current)] }))}
      >
        {t(isDemo ? 'connection.leaveDemo' : 'connection.signOut')}
      </Menu.Item>
      {all.length > 1 && (
        <Menu.Item
          leftSection={<IconLogout size={16} className="fb-flip" aria-hidden />}
          onClick={() => void navigate(requestChange({ signOutOf: ids }))}
        >
          {t('connection.signOutOfAll')}
        </Menu.Item>
      )}
      {isPhone && <PreferenceItems />}
    </>
  )
}

function PageItems() {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Item component={NavLink} to={paths.projects()} leftSection={<IconList size={16} aria-hidden />}>
        {t('projects')}
      </Menu.Item>
      <Menu.Item component={NavLink} to={paths.access()} leftSection={<IconUsersGroup size={16} aria-hidden />}>
        {t('accessReview')}
      </Menu.Item>
      <Menu.Item component={NavLink} to={paths.imports()} leftSection={<IconFileImport size={16} aria-hidden />}>
        {t('imports')}
      </Menu.Item>
      <Menu.Item component={Link} to={paths.newProject()} leftSection={<IconPlus size={16} aria-hidden />}>
        {t('newProject')}
      </Menu.Item>
      <Menu.Divider />
    </>
  )
}

function PreferenceItems() {
  const { t, i18n } = useTranslation()
  const { colorScheme } = useMantineColorScheme()
  return (
    <>
      {helpLinks(i18n.language).map(({ label, url }) => (
        <Menu.Item
          key={url}
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={16} className="fb-flip" aria-hidden />}
        >
          <bdi>{label}</bdi>
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('language', { name: languageOf(i18n.language).name })}</Menu.Label>
      <LanguageItems />
      <Menu.Divider />
      <Menu.Label>{t('colourScheme.label', { scheme: t(`colourScheme.${colorScheme}`) })}</Menu.Label>
      <ColourSchemeItems />
    </>
  )
}
