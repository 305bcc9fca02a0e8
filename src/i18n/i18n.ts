import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageOf, LANGUAGES, MIRRORED, onLanguageChosenElsewhere, preferredLanguage } from './languages.ts'

/** What the list of projects says; the way to the others is loaded with the first page behind it. */
const first = import.meta.glob<Record<string, unknown>>('./locales/*/{common,projects}.json', { import: 'default' })

/** One lazy chunk for each language and namespace. */
const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: async (code, namespace) => {
    const name = `./locales/${code === MIRRORED.code ? 'en' : code}/${namespace}.json`
    const load = first[name] ?? (await import('./catalogues.ts')).catalogues[name]
    if (!load) throw new Error(`No catalogue for ${code}/${namespace}`)
    return load()
  },
}

/** Resolves when the first page can speak. `ofSite`: for those who chose no language. */
export async function startI18n(ofSite?: string) {
  const { code } = preferredLanguage(ofSite)
  if (i18next.isInitialized) return void (await i18next.changeLanguage(code))
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: code,
      fallbackLng: 'en',
      supportedLngs: [...LANGUAGES.map(({ code }) => code), MIRRORED.code],
      ns: ['common'],
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
onLanguageChosenElsewhere((code) => void i18next.changeLanguage(languageOf(code).code))

export const i18n = i18next
