import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import type { ApiError } from '#/api/errors.ts'
import { LANGUAGES } from '#/i18n/languages.ts'
import { useFormat } from '#/i18n/use-format.ts'

interface ConfigProblem {
  /** `servers.0.url`; empty for the file as a whole. */
  path: string
  words: string
}

/** What our schema says of a value of the right type, by one word. */
const WORDS = ['address', 'blocked', 'tiles', 'link'] as const
const TYPES = ['string', 'boolean', 'array', 'object'] as const

/** What is wrong with `config.json`, to those who can mend it. */
export function useConfigProblems({ kind, status, cause }: ApiError): ConfigProblem[] {
  const { t } = useTranslation('site')
  const format = useFormat()
  const values = (all: readonly unknown[]) =>
    t('problem.values', { values: format.either(all.map((value) => `"${String(value)}"`)) })

  function wordsOf(issue: z.core.$ZodIssue): string {
    const { code, message } = issue
    if (code === 'invalid_union') return t('problem.label')
    if (code === 'invalid_value') return values(issue.values)
    if (code === 'too_small') return t('problem.empty')
    if (message === 'language') return values(LANGUAGES.map(({ code: language }) => language))
    const type = TYPES.find((one) => code === 'invalid_type' && one === issue.expected)
    const word = type ?? WORDS.find((one) => one === message)
    return word ? t(`problem.${word}`) : t('problem.other', { words: message })
  }

  if (kind === 'unreadable' && isZodError(cause))
    return cause.issues.map((issue) => ({ path: issue.path.join('.'), words: wordsOf(issue) }))
  if (kind === 'unreadable')
    return [
      { path: '', words: t('problem.notJson') },
      ...(cause instanceof Error ? [{ path: '', words: cause.message }] : []),
    ]
  if (status !== undefined) return [{ path: '', words: t('status', { status }) }]
  return [{ path: '', words: t(kind === 'timed-out' ? 'tooSlow' : 'noAnswer') }]
}

const isZodError = (cause: unknown): cause is z.core.$ZodError =>
  typeof cause === 'object' && cause !== null && 'issues' in cause
