import { i18n } from './i18n.ts'
import { rememberLanguage } from './languages.ts'
import { loadLanguage } from './load-namespaces.ts'

/**
 * Changes the language of the interface in all tabs, and stores the choice on this device.
 * @throws Error if the catalogues cannot be loaded; the language stays as it is.
 */
export async function chooseLanguage(code: string) {
  await loadLanguage(code)
  rememberLanguage(code)
  await i18n.changeLanguage(code)
}
