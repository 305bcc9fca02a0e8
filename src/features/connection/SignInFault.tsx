import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SignInFailure } from '#/api/kpi/session/sign-in.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerWords.tsx'

interface SignInFaultProps {
  failure: SignInFailure
  /** The server's own words. */
  detail?: string | undefined
}

/** Why signing in came to nothing, and what to do. A refusal is said beside its field. */
export function SignInFault({ failure, detail = '' }: SignInFaultProps) {
  const { t } = useTranslation('connection')
  if (failure === 'wrong-password' || failure === 'wrong-key') return null
  return (
    <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t(`failure.${failure}.title`)}>
      <p>{t(`failure.${failure}.next`, { site: location.origin })}</p>
      <ServerMessage>{detail}</ServerMessage>
    </Note>
  )
}
