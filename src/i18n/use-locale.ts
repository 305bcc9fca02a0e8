import { useTranslation } from 'react-i18next'
import { languageOf } from './languages.ts'

/** The locale of the current language, for `Intl`. */
export const useLocale = () => languageOf(useTranslation().i18n.language).locale
