import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import type { ApiError } from '#/api/errors.ts'
import { LANGUAGES } from '#/i18n/languages.ts'
import { useFormat } from '#/i18n/use-format.ts'

interface ConfigProblem {
  /** `servers.0.url`; empty for the file as a whole. */
  path: string
  message: string
}

/** Messages of our schema, as codes. */
const MESSAGE_KEYS = ['address', 'blocked', 'tiles', 'link'] as const
const TYPES = ['string', 'boolean', 'array', 'object'] as const

/** The problems of `config.json`, for the host of the site. */
export function useConfigProblems({ kind, status, cause }: ApiError): ConfigProblem[] {
  const { t } = useTranslation('site')
  const format = useFormat()
  const values = (all: readonly unknown[]) =>
    t('problem.values', { values: format.listOfAlternatives(all.map((value) => `"${String(value)}"`)) })

  function messageOf(issue: z.core.$ZodIssue): string {
    const { code, message } = issue
    if (code === 'invalid_union') return t('problem.label')
    if (code === 'invalid_value') return values(issue.values)
    if (code === 'too_small') return t('problem.empty')
    if (message === 'language') return values(LANGUAGES.map(({ code: language }) => language))
    const type = TYPES.find((one) => code === 'invalid_type' && one === issue.expected)
    const key = type ?? MESSAGE_KEYS.find((one) => one === message)
    return key ? t(`problem.${key}`) : t('problem.other', { words: message })
  }

  if (kind === 'unreadable' && isZodError(cause))
    return cause.issues.map((issue) => ({ path: issue.path.join('.'), message: messageOf(issue) }))
  if (kind === 'unreadable')
    return [
      { path: '', message: t('problem.notJson') },
      ...(cause instanceof Error ? [{ path: '', message: cause.message }] : []),
    ]
  if (status !== undefined) return [{ path: '', message: t('status', { status }) }]
  return [{ path: '', message: t(kind === 'timed-out' ? 'tooSlow' : 'noAnswer') }]
}

const isZodError = (cause: unknown): cause is z.core.$ZodError =>
  typeof cause === 'object' && cause !== null && 'issues' in cause
