import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { FIRST_NAMESPACES, loadCatalogue } from './catalogues.ts'
import { languageOf, LANGUAGES, MIRRORED, onLanguageChangedInOtherTab, preferredLanguage } from './languages.ts'

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: loadCatalogue,
}

/** Loads the catalogues of the first view. `siteLanguage` is the default for users who chose no language. */
export async function startI18n(siteLanguage?: string) {
  const { code } = preferredLanguage(siteLanguage)
  if (i18next.isInitialized) return void (await i18next.changeLanguage(code))
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: code,
      fallbackLng: 'en',
      supportedLngs: [...LANGUAGES.map(({ code }) => code), MIRRORED.code],
      ns: FIRST_NAMESPACES,
      defaultNS: 'common',
      load: 'currentOnly',
      interpolation: { escapeValue: false }, // React escapes
    })
}

const applyToDocument = (code: string) => {
  const { dir } = languageOf(code)
  Object.assign(document.documentElement, { lang: code, dir })
}

i18next.on('languageChanged', applyToDocument)
onLanguageChangedInOtherTab((code) => void i18next.changeLanguage(languageOf(code).code))

export const i18n = i18next
