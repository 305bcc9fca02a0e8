import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type RoleOrCustom, ROLES } from '#/api/kpi/permissions/roles.ts'

interface RoleSelectProps extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> {
  value: RoleOrCustom
  onChange: (role: RoleOrCustom) => void
}

const CHOICES = [...ROLES, 'custom'] as const

/** A select of the roles in ascending order, and Custom. */
export function RoleSelect({ value, onChange, ...rest }: RoleSelectProps) {
  const { t } = useTranslation('sharing')
  return (
    <NativeSelect
      {...rest}
      value={value}
      data={CHOICES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      onChange={({ currentTarget }) => {
        const role = CHOICES.find((choice) => choice === currentTarget.value)
        if (role) onChange(role)
      }}
    />
  )
}
