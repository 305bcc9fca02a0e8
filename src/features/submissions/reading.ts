import type { TFunction } from 'i18next'
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '#/i18n/use-format.ts'

/** How the reader wants to see questions and answers. */
export interface Reading {
  t: TFunction<'submissions'>
  format: Format
  /** Index of a language of the form; `null` for XML names. */
  language: number | null
}

/** Made once for a whole table: a hook in each of its cells would cost more than the cell. */
export function useNewReading(language: number | null): Reading {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  return useMemo(() => ({ t, format, language }), [t, format, language])
}

const ReadingContext = createContext<Reading | null>(null)
export const ReadingProvider = ReadingContext

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('No ReadingProvider around this')
  return reading
}
