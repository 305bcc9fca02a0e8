import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '#/i18n/i18n.ts'
import { LANGUAGES } from '#/i18n/languages.ts'
import { loadLanguage } from '#/i18n/load-words.ts'
import { tellMissing } from './notify.ts'

async function choose(code: string) {
  try {
    await loadLanguage(code)
    await chooseLanguage(code)
  } catch {
    tellMissing()
  }
}

/** The languages, each named in itself. */
export function LanguageItems() {
  const { i18n } = useTranslation()
  return (
    <Menu.RadioGroup value={i18n.language} onChange={(code) => void choose(code)}>
      {LANGUAGES.map(({ code, name }) => (
        <Menu.RadioItem key={code} value={code} lang={code}>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
