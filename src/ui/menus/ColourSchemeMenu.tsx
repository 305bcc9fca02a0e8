import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './HeaderMenu.module.css'
import { HeaderMenu } from './HeaderMenu.tsx'

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const

const loadItems = async () => {
  const { ColourSchemeItems } = await import('./ColourSchemeItems.tsx')
  return <ColourSchemeItems />
}

/** The menu in which the user chooses the colour scheme. */
export function ColourSchemeMenu() {
  const { t } = useTranslation()
  const { colorScheme } = useMantineColorScheme()
  const Icon = ICONS[colorScheme]
  return (
    <HeaderMenu
      variant="subtle"
      className={classes.button ?? ''}
      aria-label={t('colourScheme.label', { scheme: t(`colourScheme.${colorScheme}`) })}
      items={loadItems}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
    </HeaderMenu>
  )
}
