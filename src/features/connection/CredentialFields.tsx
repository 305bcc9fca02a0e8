import { PasswordInput, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInError } from '#/api/kpi/session/sign-in.ts'
import { WhereTheKeyIs } from './WhereTheKeyIs.tsx'

export interface CredentialValues {
  method: 'password' | 'key'
  username: string
  password: string
  key: string
}

interface CredentialFieldsProps {
  method: CredentialValues['method']
  inputProps: (field: 'username' | 'password' | 'key') => GetInputPropsReturnType
  /** Whose account it is cannot be chosen. */
  isSameAccount?: boolean
  /** `null` where it is not known yet. */
  server: string | null
  refusal: SignInError | null
  /** About a key that is sound, and not wanted. */
  keyProblem?: ReactNode
  onUseKey: () => void
}

/** The field for the key comes in answer to a click that asks for it. */
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus()

/** Username and password, or API key, with what to do where the server refuses them. */
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
          ref={focusAtOnce}
          {...inputProps('key')}
          error={
            inputProps('key').error ?? props.keyProblem ?? (refusal?.failure === 'wrong-key' && t('failure.wrong-key'))
          }
        />
        <WhereTheKeyIs server={server} />
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
      {refusal?.failure === 'wrong-password' && (
        <WhereTheKeyIs server={server} words={refusal.detail} onUseKey={props.onUseKey} />
      )}
    </>
  )
}
