import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfileField as Field } from '#/api/kpi/account/profile.ts'
import type { ProfileForm } from '#/api/kpi/environment/schema.ts'
import { useOptions } from './use-value-text.ts'

interface ProfileFieldProps {
  field: Field
  value: string | boolean
  choices: ProfileForm
  /** Whether the organization decides it. */
  isLocked: boolean
  error: string | null
  onChange: (value: string | boolean) => void
}

/** The input of one field of a profile. */
export function ProfileField({ field, value, choices, isLocked, error, onChange }: ProfileFieldProps) {
  const { t } = useTranslation('account')
  const options = useOptions(choices)(field)
  const text = typeof value === 'string' ? value : ''
  const common = {
    label: field.label,
    withAsterisk: field.required,
    required: field.required,
    description: isLocked ? t('profile.ofOrganization') : undefined,
    disabled: isLocked,
    error,
  }
  if (field.kind === 'checkbox') {
    return (
      <Checkbox
        label={field.label}
        checked={value === true}
        disabled={isLocked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    )
  }
  if (options) {
    const isKnown = text === '' || options.some((option) => option.value === text)
    return (
      <Select
        {...common}
        data={isKnown ? options : [{ value: text, label: text }, ...options]}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? '')}
        searchable
        clearable={!field.required}
        nothingFoundMessage={t('profile.noChoice')}
      />
    )
  }
  const typed = {
    ...common,
    value: text,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  }
  if (field.kind === 'long-text') return <Textarea {...typed} dir="auto" autosize minRows={2} maxRows={8} />
  if (field.kind === 'address') return <TextInput {...typed} type="url" inputMode="url" dir="ltr" />
  return <TextInput {...typed} dir="auto" autoComplete={field.name === 'name' ? 'name' : undefined} />
}
