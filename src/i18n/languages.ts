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

const KEY = 'fieldboard.language'

/** The chosen language, else the site's, else the first of the browser's that we speak, else English. */
export function preferredLanguage(ofSite?: string): Language {
  const wanted = [rememberedCode(), ofSite, ...navigator.languages.map((tag) => tag.split('-')[0])]
  return wanted.map((code) => KNOWN.find((language) => language.code === code)).find(Boolean) ?? DEFAULT
}

function rememberedCode(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberLanguage(code: string) {
  try {
    localStorage.setItem(KEY, code)
  } catch {
    // Blocked storage: the choice lasts as long as the page.
  }
}

/** Calls back when another tab chooses a language. */
export function onLanguageChosenElsewhere(listener: (code: string) => void) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && newValue !== null) listener(newValue)
  })
}
