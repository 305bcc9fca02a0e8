import { useTranslation } from 'react-i18next'

const ROLES = ['owner', 'admin', 'member'] as const

/** The role in words; one that is not known as the server names it. */
export function RoleName({ role }: { role: string | null }) {
  const { t } = useTranslation('account')
  const known = ROLES.find((one) => one === role)
  return known ? t(`organization.role.${known}`) : role
}
