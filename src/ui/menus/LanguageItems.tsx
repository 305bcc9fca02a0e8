import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '#/i18n/choose-language.ts'
import { LANGUAGES } from '#/i18n/languages.ts'
import { notifyMissingPart } from '#/ui/feedback/notify.ts'

/** Menu items: each language, by its own name. */
export function LanguageItems() {
  const { i18n } = useTranslation()
  return (
    <Menu.RadioGroup value={i18n.language} onChange={(code) => void chooseLanguage(code).catch(notifyMissingPart)}>
      {LANGUAGES.map(({ code, name }) => (
        <Menu.RadioItem key={code} value={code} lang={code}>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
