import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'

/** A language of the interface. */
export interface Language {
  /** BCP 47. */
  code: string
  /** The name of the language in the language itself. */
  name: string
  dir: 'ltr' | 'rtl'
  /** For `Intl`. The digits are always Latin, as in the data. */
  locale: string
}

export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { code: 'fr', name: 'Français', dir: 'ltr', locale: 'fr' },
]

/**
 * English from right to left, to test the layout of every page while there is no complete catalogue of such a language.
 * Not offered to users.
 */
export const MIRRORED: Language = { code: 'en-XB', name: 'Mirrored English', dir: 'rtl', locale: 'en-GB' }

const ALL_LANGUAGES = [...LANGUAGES, MIRRORED]
const DEFAULT_LANGUAGE = LANGUAGES[0] as Language

/** The language with this code, else English. */
export const languageOf = (code: string): Language =>
  ALL_LANGUAGES.find((language) => language.code === code) ?? DEFAULT_LANGUAGE

/** The chosen language, else the site's, else the first supported one of the browser, else English. */
export function preferredLanguage(siteLanguage?: string): Language {
  const candidates = [
    readStored('device', KEYS.language),
    siteLanguage,
    ...navigator.languages.map((tag) => tag.split('-')[0]),
  ]
  return (
    candidates.map((code) => ALL_LANGUAGES.find((language) => language.code === code)).find(Boolean) ?? DEFAULT_LANGUAGE
  )
}

/** Stores the choice on the device. If the browser blocks storage, it lasts as long as the page. */
export const rememberLanguage = (code: string) => void writeStored('device', KEYS.language, code)

/** Subscribes to language changes in other tabs. */
export function onLanguageChangedInOtherTab(listener: (code: string) => void) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEYS.language && newValue !== null) listener(newValue)
  })
}
