import { useTranslation } from 'react-i18next'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { PLAIN_CODENAMES, type PlainCodename, strongestOf } from './describe-change.ts'

const LIMITED = ['view_submissions', 'change_submissions', 'delete_submissions', 'validate_submissions'] as const

/** Phrases of permissions, as in "can view the form and add submissions". */
export function usePermissionPhrases() {
  const { t } = useTranslation('sharing')
  const format = useFormat()

  const limitedOf = ({ partial }: Access) =>
    LIMITED.filter((codename) => partial.some((part) => part.codename === codename))

  return {
    /** What a user can do, without implied permissions; empty if nothing. */
    canDo: (access: Access): string => {
      const limited = limitedOf(access)
      const strongest = limited.filter((codename) => codename !== 'view_submissions' || limited.length === 1)
      return format.list([
        ...strongest.map((codename) => t(`canLimited.${codename}`)),
        ...strongestOf(access.held).map((codename) => t(`can.${codename}`)),
      ])
    },
    /** All permissions of a user, for a sentence that revokes them; empty if none. */
    everything: (access: Access): string =>
      format.listOfAlternatives([
        ...PLAIN_CODENAMES.filter((codename) => access.held.has(codename)).map((codename) => t(`can.${codename}`)),
        ...limitedOf(access).map((codename) => t(`canLimited.${codename}`)),
      ]),
    /** For sentences that grant: "edit the form and add submissions". */
    all: (codenames: readonly PlainCodename[]) => format.list(codenames.map((codename) => t(`can.${codename}`))),
    /** For sentences that revoke: "edit the form or add submissions". */
    any: (codenames: readonly PlainCodename[]) =>
      format.listOfAlternatives(codenames.map((codename) => t(`can.${codename}`))),
  }
}
