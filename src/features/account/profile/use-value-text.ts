import { useTranslation } from 'react-i18next'
import { GENDERS, ORGANIZATION_TYPES, type ProfileField } from '#/api/kpi/account/profile.ts'
import type { ProfileForm } from '#/api/kpi/environment/schema.ts'

interface Option {
  value: string
  label: string
}

/** The choices of a field, by the server or by KPI; `null` for a field that is typed. */
export function useOptions(choices: ProfileForm): (field: ProfileField) => Option[] | null {
  const { t } = useTranslation('account')
  return ({ kind }) => {
    switch (kind) {
      case 'sector':
        return optionsOf(choices.sector_choices)
      case 'country':
        return optionsOf(choices.country_choices)
      case 'gender':
        return GENDERS.map((value) => ({ value, label: t(`gender.${value}`) }))
      case 'organization-type':
        return ORGANIZATION_TYPES.map((value) => ({ value, label: t(`organizationType.${value}`) }))
      default:
        return null
    }
  }
}

const optionsOf = (pairs: ProfileForm['sector_choices']) =>
  pairs.filter(([value]) => value !== '').map(([value, label]) => ({ value, label }))

/** A value as the form shows it. */
export function useValueText(
  choices: ProfileForm,
): (field: ProfileField, value: string | boolean | undefined) => string {
  const { t } = useTranslation('account')
  const options = useOptions(choices)
  return (field, value = '') => {
    if (typeof value === 'boolean') return t(value ? 'profile.yes' : 'profile.no')
    return options(field)?.find((option) => option.value === value)?.label ?? (value || t('profile.none'))
  }
}
