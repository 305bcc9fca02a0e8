import { useTranslation } from 'react-i18next'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { PLAIN_CODENAMES, type PlainCodename, strongestOf } from './describe-change.ts'

const LIMITED = ['view_submissions', 'change_submissions', 'delete_submissions', 'validate_submissions'] as const

/** Permissions as they stand after "can": "view the form and add submissions". */
export function usePhrases() {
  const { t } = useTranslation('sharing')
  const format = useFormat()

  const limitedOf = ({ partial }: Access) =>
    LIMITED.filter((codename) => partial.some((part) => part.codename === codename))

  return {
    /** What somebody can do, for a sentence; what other permissions bring along is not named. Empty: nothing. */
    canDo: (access: Access): string => {
      const limited = limitedOf(access)
      const strongest = limited.filter((codename) => codename !== 'view_submissions' || limited.length === 1)
      return format.list([
        ...strongest.map((codename) => t(`canLimited.${codename}`)),
        ...strongestOf(access.held).map((codename) => t(`can.${codename}`)),
      ])
    },
    /** Each single thing that somebody can do, for a sentence that takes it all. Empty: nothing. */
    everything: (access: Access): string =>
      format.either([
        ...PLAIN_CODENAMES.filter((codename) => access.held.has(codename)).map((codename) => t(`can.${codename}`)),
        ...limitedOf(access).map((codename) => t(`canLimited.${codename}`)),
      ]),
    /** For sentences that give: "edit the form and add submissions". */
    all: (codenames: readonly PlainCodename[]) => format.list(codenames.map((codename) => t(`can.${codename}`))),
    /** For sentences that take: "edit the form or add submissions". */
    any: (codenames: readonly PlainCodename[]) => format.either(codenames.map((codename) => t(`can.${codename}`))),
  }
}
