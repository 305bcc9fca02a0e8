import { useTranslation } from 'react-i18next'
import { languageOf } from './languages.ts'

/** The reader's locale, for `Intl`. */
export const useLocale = () => languageOf(useTranslation().i18n.language).locale
