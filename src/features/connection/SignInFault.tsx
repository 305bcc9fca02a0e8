import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SignInFailure } from '#/api/kpi/session/sign-in.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import { OwnAccountAdvice } from './OwnAccountAdvice.tsx'

interface SignInFaultProps {
  failure: SignInFailure
  /** The address of the server; `undefined` if it is not known. */
  server?: string | undefined
  /** Whether the person typed the address. */
  isTyped?: boolean
  /** The server's message. */
  detail?: string | undefined
}

/** Why a sign-in failed, and what to do. Refused credentials are shown beside their field. */
export function SignInFault({ failure, server, isTyped = false, detail = '' }: SignInFaultProps) {
  const { t } = useTranslation('connection')
  if (failure === 'wrong-password' || failure === 'wrong-key') return null
  const key = failure === 'no-server' && isTyped ? 'no-server-typed' : failure
  return (
    <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t(`failure.${key}.title`)}>
      <p>{t(`failure.${key}.next`)}</p>
      {failure === 'not-allowed' && server !== undefined && (
        <OwnAccountAdvice server={server}>
          <p>{t('failure.not-allowed.before')}</p>
        </OwnAccountAdvice>
      )}
      <ServerMessage>{detail}</ServerMessage>
    </Note>
  )
}
