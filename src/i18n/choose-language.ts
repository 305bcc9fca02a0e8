import { i18n } from './i18n.ts'
import { rememberLanguage } from './languages.ts'
import { loadLanguage } from './load-words.ts'

/**
 * Changes the interface's language, here and in the other tabs, and remembers it on this device.
 * @throws Error where its words cannot be had: the language stays as it is.
 */
export async function chooseLanguage(code: string) {
  await loadLanguage(code)
  rememberLanguage(code)
  await i18n.changeLanguage(code)
}
