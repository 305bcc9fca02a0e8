import { useTranslation } from 'react-i18next'
import type { Access } from '#/api/permissions/people.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { type PlainCodename, strongestOf } from './describe-change.ts'

const LIMITED = ['view_submissions', 'change_submissions', 'delete_submissions', 'validate_submissions'] as const

/** Permissions as they stand after "can": "view the form and add submissions". */
export function usePhrases() {
  const { t } = useTranslation('sharing')
  const format = useFormat()

  /** All that somebody can do; what other permissions bring along is not named. Empty where there is nothing. */
  const phrasesOf = ({ held, partial }: Access): string[] => {
    const limited = LIMITED.filter((codename) => partial.some((part) => part.codename === codename))
    const strongest = limited.filter((codename) => codename !== 'view_submissions' || limited.length === 1)
    return [
      ...strongest.map((codename) => t(`canLimited.${codename}`)),
      ...strongestOf(held).map((codename) => t(`can.${codename}`)),
    ]
  }

  return {
    phrasesOf,
    /** For sentences that give: "edit the form and add submissions". */
    all: (codenames: readonly PlainCodename[]) => format.list(codenames.map((codename) => t(`can.${codename}`))),
    /** For sentences that take: "edit the form or add submissions". */
    any: (codenames: readonly PlainCodename[]) => format.either(codenames.map((codename) => t(`can.${codename}`))),
  }
}
