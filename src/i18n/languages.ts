import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'

/** A language of the interface. */
export interface Language {
  /** BCP 47. */
  code: string
  /** In the language itself. */
  name: string
  dir: 'ltr' | 'rtl'
  /** For `Intl`: how dates and numbers are written, digits always Latin, as in the data. */
  locale: string
}

export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { code: 'fr', name: 'Français', dir: 'ltr', locale: 'fr' },
]

/**
 * English mirrored, to see and test every page right-to-left while no catalogue of such a language is complete.
 * Not offered to people.
 */
export const MIRRORED: Language = { code: 'en-XB', name: 'Mirrored English', dir: 'rtl', locale: 'en-GB' }

const KNOWN = [...LANGUAGES, MIRRORED]
const DEFAULT = LANGUAGES[0] as Language

export const languageOf = (code: string): Language => KNOWN.find((language) => language.code === code) ?? DEFAULT

/** The chosen language, else the site's, else the first of the browser's that we speak, else English. */
export function preferredLanguage(ofSite?: string): Language {
  const wanted = [readStored('device', KEYS.language), ofSite, ...navigator.languages.map((tag) => tag.split('-')[0])]
  return wanted.map((code) => KNOWN.find((language) => language.code === code)).find(Boolean) ?? DEFAULT
}

/** Keeps the choice on the device; where the browser blocks storage it lasts as long as the page. */
export const rememberLanguage = (code: string) => void writeStored('device', KEYS.language, code)

/** Calls back when another tab chooses a language. */
export function onLanguageChosenElsewhere(listener: (code: string) => void) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEYS.language && newValue !== null) listener(newValue)
  })
}
