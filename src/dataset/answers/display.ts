import { createSafeContext } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'

/** How questions and answers are displayed. */
export interface Display {
  t: TFunction<'submissions'>
  format: Format
  /** Index of one of the form's languages; `null` for XML names. */
  language: number | null
  /** BCP 47, of the reader's language. */
  locale: string
}

/** Creates the display options once for a whole table: hooks in each cell would be slow. */
export function useNewDisplay(language: number | null): Display {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const locale = useLocale()
  return useMemo(() => ({ t, format, language, locale }), [t, format, language, locale])
}

export const [DisplayProvider, useDisplay] = createSafeContext<Display>('No DisplayProvider around this')
