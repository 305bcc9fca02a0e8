import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ServiceField, ServiceValues } from '#/features/rest-services/model/service-form.ts'
import classes from '#/features/rest-services/services.module.css'

interface AuthFieldsProps {
  values: ServiceValues
  /** Whether one is saved on the server. */
  hasPassword: boolean
  problemOf: (field: ServiceField) => string | undefined
  onChange: (part: Partial<ServiceValues>) => void
}

/** Username and password for the other side. A password that is saved is not in the page. */
export function AuthFields({ values, hasPassword, problemOf, onChange }: AuthFieldsProps) {
  const { t } = useTranslation('services')
  return (
    <div className={classes.fieldset}>
      <Checkbox
        label={t('form.auth')}
        description={t('form.authHelp')}
        checked={values.hasAuth}
        onChange={({ currentTarget }) => onChange({ hasAuth: currentTarget.checked })}
      />
      {values.hasAuth && (
        <>
          <TextInput
            label={t('form.username')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={problemOf('username')}
            value={values.username}
            onChange={({ currentTarget }) => onChange({ username: currentTarget.value })}
          />
          <PasswordInput
            label={t(hasPassword ? 'form.newPassword' : 'form.password')}
            description={t(hasPassword ? 'form.passwordSaved' : 'form.passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('form.showPassword') }}
            error={problemOf('password')}
            value={values.password}
            onChange={({ currentTarget }) => onChange({ password: currentTarget.value })}
          />
        </>
      )}
    </div>
  )
}
