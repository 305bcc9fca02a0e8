import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HeaderMenu } from '#/ui/menus/HeaderMenu.tsx'
import classes from './Shell.module.css'

const loadItems = async () => {
  const { HelpItems } = await import('./HelpItems.tsx')
  return <HelpItems />
}

/** Help links of the site's host. On a phone they are in the connection menu. */
export function HelpMenu() {
  const { t } = useTranslation()
  return (
    <HeaderMenu variant="subtle" className={classes.help ?? ''} aria-label={t('help')} items={loadItems}>
      <IconHelp size={18} stroke={1.75} aria-hidden />
    </HeaderMenu>
  )
}
