import { createSafeContext } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '#/i18n/use-format.ts'

/** How the reader wants to see questions and answers. */
export interface Display {
  t: TFunction<'submissions'>
  format: Format
  /** Index of a language of the form; `null` for XML names. */
  language: number | null
}

/** Made once for a whole table: a hook in each of its cells would cost more than the cell. */
export function useNewDisplay(language: number | null): Display {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  return useMemo(() => ({ t, format, language }), [t, format, language])
}

export const [DisplayProvider, useDisplay] = createSafeContext<Display>('No ReadingProvider around this')
