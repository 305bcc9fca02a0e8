import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '#/i18n/i18n.ts'
import { LANGUAGES, languageOf } from '#/i18n/languages.ts'
import classes from './LanguageMenu.module.css'

/** The interface's language. Each is named in itself. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation()
  const { name } = languageOf(i18n.language)
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.button ?? ''}
          aria-label={t('language', { name })}
          leftSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
        >
          <span className={classes.name}>{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={i18n.language} onChange={(code) => void chooseLanguage(code)}>
          {LANGUAGES.map((language) => (
            <Menu.RadioItem key={language.code} value={language.code} lang={language.code}>
              {language.name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
