import { PasswordInput, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInError } from '#/api/kpi/session/sign-in.ts'
import { ApiKeyHelp } from './ApiKeyHelp.tsx'

export interface CredentialValues {
  method: 'password' | 'key'
  username: string
  password: string
  key: string
}

interface CredentialFieldsProps {
  method: CredentialValues['method']
  inputProps: (field: 'username' | 'password' | 'key') => GetInputPropsReturnType
  /** The username cannot be changed. */
  isSameAccount?: boolean
  /** `null` if it is not known yet. */
  server: string | null
  refusal: SignInError | null
  /** Why a valid key is refused. */
  keyProblem?: ReactNode
  /** Offers the API key where the password is refused. */
  onUseKey?: () => void
}

/** The key field appears after a click: it takes the focus. */
const focusOnMount = (field: HTMLInputElement | null) => field?.focus()

/** The fields for username and password, or for the API key, with help if the server refuses them. */
export function CredentialFields({ method, inputProps, server, refusal, ...props }: CredentialFieldsProps) {
  const { t } = useTranslation('connection')
  const { isSameAccount = false } = props
  if (method === 'key')
    return (
      <>
        <PasswordInput
          label={t('key.label')}
          description={t('key.description')}
          autoComplete="off"
          dir="ltr"
          visibilityToggleButtonProps={{ 'aria-label': t('key.show') }}
          ref={focusOnMount}
          {...inputProps('key')}
          error={
            inputProps('key').error ?? props.keyProblem ?? (refusal?.failure === 'wrong-key' && t('failure.wrong-key'))
          }
        />
        <ApiKeyHelp server={server} />
      </>
    )
  return (
    <>
      <TextInput
        label={t('username.label')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={isSameAccount}
        {...inputProps('username')}
      />
      <PasswordInput
        label={t('password.label')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        data-autofocus={isSameAccount || undefined}
        {...inputProps('password')}
        error={inputProps('password').error ?? (refusal?.failure === 'wrong-password' && t('failure.wrong-password'))}
      />
      {refusal?.failure === 'wrong-password' && props.onUseKey && (
        <ApiKeyHelp server={server} message={refusal.detail} onUseKey={props.onUseKey} />
      )}
    </>
  )
}
