import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { languageOf } from '#/i18n/languages.ts'
import classes from './HeaderMenu.module.css'
import { HeaderMenu } from './HeaderMenu.tsx'

const loadItems = async () => {
  const { LanguageItems } = await import('./LanguageItems.tsx')
  return <LanguageItems />
}

/** The menu in which the user chooses the language of the interface. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation()
  const { name } = languageOf(i18n.language)
  return (
    <HeaderMenu
      variant="subtle"
      className={classes.button ?? ''}
      aria-label={t('language', { name })}
      leftSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
      items={loadItems}
    >
      <span className={classes.name}>{name}</span>
    </HeaderMenu>
  )
}
